/** What a cell says, without what was put around it for Excel's sake (`'+351…'`, `="0123"`); what stands for nothing is empty. */
export function cleanCell(cell: string): string {
	if (isPlain(cell)) return cell;
	const text = cell.replaceAll('\u00a0', ' ').trim();
	const inner = /^="(.*)"$/s.exec(text)?.[1] ?? /^'(.*?)'?$/s.exec(text)?.[1] ?? text;
	return /^(?:[-–—]{1,3}|n\/?a|null|\(null\)|none|#n\/a)$/i.test(inner) ? '' : inner.trim();
}

/** Most cells begin with a letter or digit, end with a visible sign, and are longer than any word for nothing. */
function isPlain(cell: string): boolean {
	if (cell.length < 7 || cell.includes('\u00a0')) return false;
	const first = cell.charCodeAt(0) | 32;
	const last = cell.charCodeAt(cell.length - 1);
	const begins = (first >= 97 && first <= 122) || (first >= 48 && first <= 57);
	return begins && last > 32 && last < 127 && last !== 39;
}
