/**
 * Rows as CSV with a header of their fields; null is an empty cell. Text that a spreadsheet would take for a formula is
 * quoted with '. Where there may be no rows, `like` is one: a table without rows still has its header.
 */
export function csvText<Row extends object>(rows: readonly Row[], like: Row | undefined = rows[0]): string {
	if (!like) throw new Error('csvText: there is no row that names the columns');
	return csvTable(
		Object.keys(like),
		rows.map((row) => Object.values(row))
	);
}

/** The same of a table whose columns have any names. */
export function csvTable(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
	const lines = [columns, ...rows].map((row) => row.map(cell).join(','));
	return [...lines, ''].join('\r\n');
}

function cell(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return String(value);
	const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${String(value)}` : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
