import { csvTable } from '#views/api/csvText.ts';
import { elementsOf, hasClass, textOf, unescaped, within, type Element } from './markup.ts';

/**
 * A table of a page as CSV: its columns by their names, a number where one stands behind a cell's text. What merely looks
 * like a number, as a call's id does, is left as it stands.
 */
export function tableCsv(details: Element): string {
	const rows = [...within(details)].filter(({ tag }) => tag === 'tr');
	const [head = [], ...body] = rows.map((row) => elementsOf(row).map(cellOf));
	return csvTable(head.map(String), body);
}

function cellOf(cell: Element): string | number {
	const data = [...within(cell)].find(({ tag }) => tag === 'data')?.attributes.get('value');
	const text = unescaped(data ?? textOf(cell));
	if (data !== undefined && data !== '' && !Number.isNaN(Number(data))) return Number(data);
	if (text === '–') return '';
	if (!hasClass(cell, 'number')) return text;
	// 1,234 is a number that was written for people.
	const isNumber = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text);
	return isNumber ? Number(text.replaceAll(',', '')) : text;
}
