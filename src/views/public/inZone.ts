import type { BestTime } from '#model/publicAnswer.ts';
import { formatInstant } from '#time/zone.ts';

/** The same answer with its instants written in another zone; dates and hours of the week stay the line's own. */
export function inZone(answer: BestTime, zone: string): BestTime {
	const iso = (text: string) => formatInstant(zone, Date.parse(text));
	const isoOrNull = (text: string | null) => (text === null ? null : iso(text));
	const inside = <T extends { start: string; end: string }>(window: T): T => ({
		...window,
		start: iso(window.start),
		end: iso(window.end)
	});
	return {
		...answer,
		as_of: iso(answer.as_of),
		valid_until: iso(answer.valid_until),
		open: { ...answer.open, until: isoOrNull(answer.open.until), next: isoOrNull(answer.open.next) },
		best: answer.best.map(inside),
		avoid: answer.avoid.map(inside)
	};
}
