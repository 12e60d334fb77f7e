/** What a cell says, without what was put around it for Excel's sake (`'+351…'`, `="0123"`); what stands for nothing is empty. */
export function cleanCell(cell: string): string {
	const text = cell.replaceAll('\u00a0', ' ').trim();
	const inner = /^="(.*)"$/s.exec(text)?.[1] ?? /^'(.*?)'?$/s.exec(text)?.[1] ?? text;
	return /^(?:[-–—]{1,3}|n\/?a|null|\(null\)|none|#n\/a)$/i.test(inner) ? '' : inner.trim();
}
