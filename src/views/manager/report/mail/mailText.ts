import type { PlainRows } from '../plainRows.ts';
import type { MailBlock, MailContent, MailPart } from './mailPart.ts';

/** The mail as plain text: each row of a table is a line that names its figures, as no two readers' columns align. */
export function mailText({ title, queues, parts, more, open, why, stop }: MailContent): string {
	const links = queues
		? [
				under(
					title,
					queues.rows.map((row, i) => `${lineOf(queues, row)}\n  ${queues.addresses[i] ?? ''}`)
				)
			]
		: [];
	const sections = [...links, ...parts.map((part) => partText(part, open)), ...(more ? [more] : [])];
	return `${sections.join('\n\n\n')}\n\n-- \n${why}\n${stop.text}: ${stop.address}\n`;
}

function partText({ name, lead, week, address, blocks }: MailPart, open: string): string {
	const head = `${under(name, [week, '', lead, `${open}: ${address}`])}`;
	return [head, ...blocks.map(blockText)].join('\n\n');
}

function blockText(block: MailBlock): string {
	return under(
		block.title,
		'lines' in block ? block.lines : block.table.rows.map((row) => lineOf(block.table, row)),
		'-'
	);
}

function lineOf({ columns }: PlainRows, { name, cells }: PlainRows['rows'][number]): string {
	return `${name}: ${cells.map((cell, i) => `${columns[i + 1] ?? ''} ${cell}`).join(' · ')}`;
}

function under(title: string, lines: string[], line = '='): string {
	// Han characters are as wide as two letters.
	const width = [...title].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
	return [title, line.repeat(Math.min(width, 72)), ...lines].join('\n');
}
