/**
 * Tables as people and phone systems export them, where the request says how they are read (`csvOptions.ts`):
 * Anrufbeginn;Warteschlange;Status;Wartezeit;Gespräch
 * 02.03.2026 09:15:00;Buchung;angenommen;0:20;3:02
 *
 * RFC 4180 with any usual delimiter. What the request leaves open is told by the first 64 Ki characters: delimiter,
 * header row, the order of day and month. A date that could be two days is refused, never guessed.
 */
import { csvRows, type CsvRow } from '../csvRows.ts';
import {
	notUtf8,
	undecodable,
	UnreadableBody,
	type EventSource,
	type EventItem,
	type Source,
	type SourceItem,
	type SourceOptions
} from '../source.ts';
import { cleanCell } from './cleanCell.ts';
import { CsvGroups } from './csvGroups.ts';
import { guessChars, guessLayout, type CsvLayout } from './csvGuess.ts';
import { meaningOf, wordKey } from './csvOutcome.ts';
import { delimiters, type CsvOptions } from './csvOptions.ts';
import { RowReader } from './csvRow.ts';
import { foldRows } from './foldRows.ts';
import { recordOfRow, RowIds } from './csvRecord.ts';

/** A source whose rows are calls, or with `group` one whose calls are made of rows. */
export function mappedCsv(options: SourceOptions, csv: CsvOptions): Source | EventSource {
	if (!csv.isGrouped) {
		return table<SourceItem>(csv, (layout) => {
			const reader = new RowReader(layout, csv, options.zone);
			const ids = new RowIds();
			return (row) => recordOfRow(row, reader, ids);
		});
	}
	const items = table<EventItem>(csv, (layout) => {
		const groups = new CsvGroups(new RowReader(layout, csv, options.zone), options.queue);
		return (row) => groups.take(row);
	});
	return { ...items, fold: foldRows, system: 'csv' };
}

/** A row of the table that is to be read. */
export interface TableRow {
	line: number;
	text: string;
	cells: string[];
	/** What looks like telephone numbers and is no part of a record: not to be kept. */
	numbers: string[];
}

type Refused = Extract<SourceItem, { problem: unknown }>;

/** Cuts the text into rows, once it is clear how, and hands on those that can be read. */
function table<Item>(
	options: CsvOptions,
	begin: (layout: CsvLayout) => (row: TableRow) => (Item | Refused)[]
): { read(text: string): (Item | Refused)[]; end(): (Item | Refused)[] } {
	let beginning: string | null = '';
	let rows = csvRows();
	let readRow: (row: CsvRow) => (Item | Refused)[] = () => [];

	const start = (text: string): (Item | Refused)[] => {
		beginning = null;
		const layout = checkLayout(guessLayout(text.slice(0, guessChars), options), text);
		rows = csvRows(delimiters[layout.delimiter]);
		readRow = rowsOf(layout, options, begin(layout));
		return rows.read(text).flatMap(readRow);
	};

	return {
		read(text) {
			if (beginning === null) return rows.read(text).flatMap(readRow);
			beginning += text;
			return beginning.length < guessChars ? [] : start(beginning);
		},
		end() {
			const items = beginning === null ? [] : start(beginning);
			return [...items, ...rows.end().flatMap(readRow)];
		}
	};
}

function checkLayout(layout: CsvLayout, text: string): CsvLayout {
	if (text.trim() === '') throw new UnreadableBody('The body is empty.');
	const named = layout.columns.join(', ').slice(0, 1000);
	const [missing] = layout.missing;
	if (missing !== undefined)
		throw new UnreadableBody(`There is no column ${missing}. The columns are ${named}.`);
	const has = (['enqueued_at', 'answered_at', 'ended_at'] as const).some((field) => layout.places.has(field));
	if (!has)
		throw new UnreadableBody(
			`No column says when callers began to wait: map enqueued_at. The columns are ${named}.`
		);
	return layout;
}

function rowsOf<Item>(
	layout: CsvLayout,
	options: CsvOptions,
	read: (row: TableRow) => (Item | Refused)[]
): (row: CsvRow) => (Item | Refused)[] {
	const outcomePlace = layout.places.get('outcome')?.[0];
	const last = Math.max(0, ...[...layout.places.values()].flat());
	return (row) => {
		if (row.line <= layout.header) return [];
		if ('problem' in row) return [{ ...row, problem: { field: null, ...row.problem } }];
		const { line, text, cells } = row;
		if (line === 1 && /^\ufeff?"?sep=.?"?$/i.test(text)) return [];
		if (text.includes(undecodable)) return [notUtf8(line, text)];
		if (layout.only !== null && !options.only?.values.has(wordKey(cleanCell(cells[layout.only] ?? ''))))
			return [];
		const word = outcomePlace === undefined ? '' : cleanCell(cells[outcomePlace] ?? '');
		if (word !== '' && meaningOf(word, options.outcomes) === 'skip') return [];
		// Empty cells may be left out at the end of a row, or stand there beyond the header.
		const isTooLong =
			cells.length > layout.columns.length && cells.slice(layout.columns.length).some(isFilled);
		if (isTooLong || cells.length <= last) {
			const message = `the row has ${cells.length} cells, the table ${layout.columns.length}`;
			return [{ line, text, problem: { field: null, code: 'wrong_number_of_cells', message } }];
		}
		if (!cells.some(isFilled)) return [];
		const numbers = layout.numberColumns.flatMap((place) => cleanCell(cells[place] ?? '') || []);
		return read({ line, text, cells, numbers });
	};
}

function isFilled(cell: string): boolean {
	return cell.trim() !== '';
}
