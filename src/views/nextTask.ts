/** Whatever the browser has to do comes first. */
export function nextTask(): Promise<unknown> {
	return new Promise((resolve) => setTimeout(resolve));
}
