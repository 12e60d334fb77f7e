import { csvRows, type CsvRow } from './csvRows.ts';
import { notUtf8, undecodable, UnreadableBody, type Source, type SourceItem } from './source.ts';

/**
 * CSV (RFC 4180) with a header row of the API's field names, in any order; other columns are passed over, an empty
 * cell means not known:
 * id,queue,enqueued_at,answered_at,ended_at
 * c-17,wallet,2026-03-02T09:15:00+08:00,2026-03-02T09:15:20+08:00,2026-03-02T09:18:02+08:00
 */
export function csv(): Source {
	const rows = csvRows();
	let header: string[] | null = null;

	const readRow = (row: CsvRow): SourceItem[] => {
		if (header !== null) return [toItem(row, header)];
		header = checkHeader(row);
		return [];
	};

	return {
		read: (text) => rows.read(text).flatMap(readRow),
		end: () => {
			const items = rows.end().flatMap(readRow);
			if (header === null) throw new UnreadableBody('The body is empty: there is no header row.');
			return items;
		}
	};
}

function checkHeader(row: CsvRow): string[] {
	if ('problem' in row) throw new UnreadableBody(`The header row cannot be read: ${row.problem.message}.`);
	// Else the whole file would be its header, and a sender would be told that all is well.
	if (row.text.includes('\r'))
		throw new UnreadableBody('The rows end with carriage returns alone; end them with line feeds.');
	const names = row.cells.map((cell) => cell.trim().toLowerCase());
	const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
	if (twice !== undefined) throw new UnreadableBody(`The header row has the column ${twice} twice.`);
	const missing = ['id', 'enqueued_at'].filter((name) => !names.includes(name));
	if (missing.length > 0)
		throw new UnreadableBody(
			`The header row has no column ${missing.join(' and no column ')}. Columns are told apart by commas, rows end with a line feed.`
		);
	return names;
}

function toItem(row: CsvRow, header: string[]): SourceItem {
	const { line, text } = row;
	if ('problem' in row) return { line, text, problem: { field: null, ...row.problem } };
	if (text.includes(undecodable)) return notUtf8(line, text);
	if (row.cells.length !== header.length) {
		const message = `the row has ${row.cells.length} cells, the header ${header.length}`;
		return { line, text, problem: { field: null, code: 'wrong_number_of_cells', message } };
	}
	const record: Record<string, unknown> = {};
	header.forEach((name, i) => {
		const cell = row.cells[i];
		if (cell !== undefined && cell !== '') record[name] = typed(name, cell);
	});
	return { line, text, record };
}

const numberFields = new Set(['priority', 'talk_seconds', 'hold_seconds', 'wrap_seconds', 'revision']);

/** The cell as the API's type of its field; what does not fit stays text, and the check of the record says so. */
function typed(name: string, cell: string): unknown {
	if (numberFields.has(name) && /^-?\d{1,16}$/.test(cell)) return Number(cell);
	if (name === 'deleted' && /^(true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
	return cell;
}
