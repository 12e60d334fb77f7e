import type { ClientInit } from '@sveltejs/kit';

/**
 * Before the page wakes up it is painted. Where a chart wakes up with it, the browser then reads its tables of languages,
 * which it would do at the first number that is grouped and takes a telephone a tenth of a second. Each is a task of its
 * own, so that who touches the page meanwhile is heard between them.
 */
export const init: ClientInit = async () => {
	await nextFrame();
	await nextTask();
	if (!document.querySelector(wakesAtOnce)) return;
	new Intl.NumberFormat(document.documentElement.lang).format(0);
	await nextTask();
	new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: 'UTC' }).format(0);
	await nextTask();
};

/** A chart that stands outside of the parts of a page that wake up later. */
const wakesAtOnce = '[data-chart]:not([data-written] *)';

/** In a tab that is not seen there is none: it goes on without. */
function nextFrame(): Promise<unknown> {
	const longestMs = 200;
	return new Promise((resolve) => {
		requestAnimationFrame(resolve);
		setTimeout(resolve, longestMs);
	});
}

function nextTask(): Promise<unknown> {
	return new Promise((resolve) => setTimeout(resolve));
}
