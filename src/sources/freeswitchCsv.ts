import { csvRows, type CsvRow } from './csvRows.ts';
import { itemsOfVariables } from './freeswitchLeg.ts';
import { notUtf8, undecodable, UnreadableBody, type Source, type SourceItem } from './source.ts';

/** An export of FusionPBX: a header row of its columns, then a row for each leg. */
export function csvCells(): Source {
	const rows = csvRows();
	let header: string[] | null = null;

	const readRow = (row: CsvRow): SourceItem[] => {
		if ('problem' in row) return [{ ...row, problem: { field: null, ...row.problem } }];
		if (header === null) {
			header = row.cells.map((cell) => cell.trim().toLowerCase());
			if (!header.includes('xml_cdr_uuid') && !header.includes('uuid'))
				throw new UnreadableBody(
					'This is neither XML, JSON nor a form with a field cdr, and as CSV its header row has no column xml_cdr_uuid.'
				);
			return [];
		}
		return readCells(row, header);
	};

	return {
		read: (text) => rows.read(text).flatMap(readRow),
		end: () => rows.end().flatMap(readRow)
	};
}

function readCells(row: { line: number; text: string; cells: string[] }, header: string[]): SourceItem[] {
	const { line, text, cells } = row;
	if (text.includes(undecodable)) return [notUtf8(line, text)];
	if (cells.length === header.length)
		return itemsOfVariables(row, new Map(header.map((name, i) => [name, cells[i] ?? ''])));
	const message = `the row has ${cells.length} cells, the header ${header.length}`;
	return [{ line, text, problem: { field: null, code: 'wrong_number_of_cells', message } }];
}
