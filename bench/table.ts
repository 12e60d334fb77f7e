import type { Figure } from './figure.ts';

/** The figures as one table of text: each with what it is compared to. */
export function table(figures: Figure[]): string {
	const rows = figures.map(({ name, unit, value, beside, ratio }) => [
		name,
		`${amount(value)} ${unit}`,
		beside ? beside.name : '',
		beside ? `${amount(beside.value)} ${unit}` : '',
		ratio === null ? '' : `${amount(ratio)} ×`
	]);
	const all = [['figure', 'Offpeak', 'beside', '', 'ratio'], ...rows];
	const widths = [0, 1, 2, 3, 4].map((column) => Math.max(1, ...all.map((row) => row[column]?.length ?? 0)));
	const isNumber = [false, true, false, true, true];
	const line = (row: string[]) =>
		`| ${row.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`;
	const rule = `| ${widths.map((width, i) => (isNumber[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
	return [line(all[0] ?? []), rule, ...rows.map(line)].join('\n');
}

/** Three digits that count, thousands set apart. */
function amount(value: number): string {
	return value >= 100
		? Math.round(value).toLocaleString('en-US')
		: String(Number(value.toPrecision(value < 1 ? 2 : 3)));
}
