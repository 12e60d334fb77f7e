import type { ClientInit } from '@sveltejs/kit';

/**
 * Where a chart wakes up with the page, the browser reads its tables of languages before, which it would do at the first
 * number that is grouped and takes a telephone a tenth of a second. Each is a task of its own, so that who touches the
 * page meanwhile is heard between them.
 */
export const init: ClientInit = async () => {
	if (!document.querySelector(wakesAtOnce)) return;
	new Intl.NumberFormat(document.documentElement.lang).format(0);
	await nextTask();
	new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: 'UTC' }).format(0);
	await nextTask();
};

/** A chart that stands outside of the parts of a page that wake up later. */
const wakesAtOnce = '[data-chart]:not([data-written] *)';

function nextTask(): Promise<unknown> {
	return new Promise((resolve) => setTimeout(resolve));
}
