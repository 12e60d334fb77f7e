/** Whether an address is for a screen on the wall: a queue's page, or that of all, with `?wallboard` and nothing around it. */
export function isWallboard({ pathname, searchParams }: URL): boolean {
	return searchParams.has('wallboard') && /^\/dashboard(\/[^/]+)?\/?$/.test(pathname);
}
