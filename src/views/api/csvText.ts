/** Rows as CSV with a header of their fields; null is an empty cell. Text that a spreadsheet would take for a formula is quoted with '. */
export function csvText(rows: object[]): string {
	const [first] = rows;
	if (!first) return '';
	const lines = rows.map((row) => Object.values(row).map(cell).join(','));
	return [Object.keys(first).join(','), ...lines, ''].join('\r\n');
}

function cell(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return String(value);
	const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${String(value)}` : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
