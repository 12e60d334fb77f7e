import type { RecordCode } from '#model/recordCodes.ts';
import { recordBytes } from './source.ts';

/** One row of a CSV text; `line` is the line it begins on, counted from 1. */
export type CsvRow =
	| { line: number; text: string; cells: string[] }
	| { line: number; text: string; problem: { code: RecordCode; message: string } };

/**
 * Cuts CSV (RFC 4180: commas or another delimiter of one character, cells in quotes may hold it, doubled quotes and line
 * ends) into rows, piece by piece. A quote that is never closed costs its own line only: when the row grows longer than a record may be, or the
 * text ends, reading goes on after the line that the quote was opened on.
 */
export function csvRows(delimiter = ','): { read(text: string): CsvRow[]; end(): CsvRow[] } {
	let line = 1;
	let rest = '';

	function cut(last: boolean): CsvRow[] {
		const rows: CsvRow[] = [];
		let at = 0;
		while (at < rest.length) {
			const end = rowEnd(rest, at);
			const tooFar = (end ?? rest.length) - at > recordBytes;
			if (end === null && !tooFar && !last) break;
			const closed = end !== null && !tooFar;
			const stop = closed ? end : lineEnd(rest, at);
			if (stop === null && !last && !tooFar) break;
			const text = rest.slice(at, stop ?? rest.length).replace(/\r?\n$/, '');
			const open = !closed && hasOpenQuote(text);
			rows.push(...row(line, text, open, delimiter));
			line += countLines(rest, at, stop ?? rest.length);
			at = stop ?? rest.length;
		}
		rest = rest.slice(at);
		return rows;
	}

	return {
		read(text) {
			rest += text;
			return cut(false);
		},
		end: () => cut(true)
	};
}

function row(line: number, text: string, open: boolean, delimiter: string): CsvRow[] {
	if (open)
		return [
			{
				line,
				text: text.slice(0, 1000),
				problem: { code: 'open_quote', message: 'a quote is opened and not closed' }
			}
		];
	if (text.length > recordBytes) {
		const message = 'the record is longer than 16 KiB';
		return [{ line, text: text.slice(0, 1000), problem: { code: 'record_too_large', message } }];
	}
	return text.trim() === '' ? [] : [{ line, text, cells: cellsOf(text, delimiter) }];
}

/** Just after the line end that closes the row beginning at `from`; null when it is not there yet. */
function rowEnd(text: string, from: number): number | null {
	let quoted = false;
	for (let i = from; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === 34) quoted = !quoted;
		else if (code === 10 && !quoted) return i + 1;
		if (i - from > recordBytes) return null;
	}
	return null;
}

function lineEnd(text: string, from: number): number | null {
	const at = text.indexOf('\n', from);
	return at === -1 ? null : at + 1;
}

function hasOpenQuote(text: string): boolean {
	return (text.split('"').length - 1) % 2 === 1;
}

function countLines(text: string, from: number, to: number): number {
	let lines = 0;
	for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) lines++;
	return lines;
}

function cellsOf(text: string, delimiter: string): string[] {
	const cells: string[] = [];
	let at = 0;
	while (at <= text.length) {
		if (text[at] === '"') {
			const [cell, after] = quotedCell(text, at + 1, delimiter);
			cells.push(cell);
			at = after + 1;
		} else {
			const comma = text.indexOf(delimiter, at);
			cells.push(text.slice(at, comma === -1 ? text.length : comma));
			at = comma === -1 ? text.length + 1 : comma + 1;
		}
	}
	return cells;
}

/** The cell whose opening quote is just before `from`, and the place of the delimiter (or end) after it. */
function quotedCell(text: string, from: number, delimiter: string): [cell: string, after: number] {
	let close = text.indexOf('"', from);
	while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
	if (close === -1) return [text.slice(from).replaceAll('""', '"'), text.length];
	const comma = text.indexOf(delimiter, close);
	const after = comma === -1 ? text.length : comma;
	return [text.slice(from, close).replaceAll('""', '"') + text.slice(close + 1, after), after];
}
