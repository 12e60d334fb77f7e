/** Whether an address is a queue for a screen on the wall: its page with `?wallboard`, and nothing around it. */
export function isWallboard({ pathname, searchParams }: URL): boolean {
	return searchParams.has('wallboard') && /\/dashboard\/[^/]+\/?$/.test(pathname);
}
