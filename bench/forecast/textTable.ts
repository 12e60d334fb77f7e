/** Rows of text as a table: the first column to the left, all others to the right. */
export function textTable(rows: readonly (readonly string[])[]): string {
	const columns = Math.max(...rows.map((row) => row.length));
	const widths = Array.from({ length: columns }, (_, i) =>
		Math.max(...rows.map((row) => row[i]?.length ?? 0))
	);
	const line = (row: readonly string[]) =>
		row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
	return rows.map((row) => line(row).trimEnd()).join('\n');
}

/** A fraction as percent with one decimal. */
export function percent(share: number | null | undefined): string {
	return share === null || share === undefined ? '–' : (100 * share).toFixed(1);
}
