import { csvTable } from '#views/api/csvText.ts';
import { elementsOf, textOf, unescaped, within, type Element } from './markup.ts';

/** A table of a page as CSV: its columns by their names, a number where one stands behind a cell's text. */
export function tableCsv(details: Element): string {
	const rows = [...within(details)].filter(({ tag }) => tag === 'tr');
	const [head = [], ...body] = rows.map((row) => elementsOf(row).map(cellOf));
	return csvTable(head.map(String), body);
}

function cellOf(cell: Element): string | number {
	const data = [...within(cell)].find(({ tag }) => tag === 'data')?.attributes.get('value');
	const text = unescaped(data ?? textOf(cell));
	if (data !== undefined && data !== '' && !Number.isNaN(Number(data))) return Number(data);
	// 1,234 is a number that was written for people.
	if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
	if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
	return text === '–' ? '' : text;
}
