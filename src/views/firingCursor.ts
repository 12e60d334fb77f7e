/** Where a page of what fired ended, as an address says it; null: it says nothing. */
export function firingCursor(text: string | null): { firedAt: number; id: string } | null {
	const [, firedAt = '', id = ''] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
	return firedAt === '' ? null : { firedAt: Number(firedAt), id };
}
