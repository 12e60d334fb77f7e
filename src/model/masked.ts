/** What stands in the place of a caller's number in texts that are kept. */
export const masked = '…';

/** Whether a number was hidden: then it is not known who called, and many are not to be taken for one. */
export function isMasked(caller: string | null | undefined): boolean {
	return caller !== null && caller !== undefined && caller.includes(masked);
}
