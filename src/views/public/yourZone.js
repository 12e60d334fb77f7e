// Adds the times of the reader's own clock where it differs from the line's. The page is whole without: who has no
// scripts can choose a zone, which the server then writes in.

for (const place of document.querySelectorAll('[data-your-zone]'))
	if (place instanceof HTMLElement) start(place);

/** @param {HTMLElement} place */
function start(place) {
	const { zone: lineZone = 'UTC', now = '0', says = '', seems = '' } = place.dataset;
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	const lang = document.documentElement.lang;
	if (clock(Number(now), timeZone, lang) === clock(Number(now), lineZone, lang)) return;
	for (const one of document.querySelectorAll('[data-from]')) {
		if (!(one instanceof HTMLElement)) continue;
		const from = Number(one.dataset.from);
		const to = Number(one.dataset.to);
		const there = day(from, timeZone, lang);
		const weekday = there === day(from, lineZone, lang) ? '' : `${there} `;
		const end = to ? `–${clock(to, timeZone, lang)}` : '';
		one.textContent = says.replace('{time}', () => `${weekday}${clock(from, timeZone, lang)}${end}`);
		one.hidden = false;
	}
	place.textContent = seems.replace('{zone}', () => name(Number(now), timeZone, lang));
	place.hidden = false;
}

/** @param {number} at @param {string} timeZone @param {string} lang */
function clock(at, timeZone, lang) {
	return new Intl.DateTimeFormat(lang, {
		timeZone,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	}).format(at);
}

/** @param {number} at @param {string} timeZone @param {string} lang */
function day(at, timeZone, lang) {
	return new Intl.DateTimeFormat(lang, { timeZone, weekday: 'short' }).format(at);
}

/** @param {number} at @param {string} timeZone @param {string} lang */
function name(at, timeZone, lang) {
	const parts = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
	return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

export {};
