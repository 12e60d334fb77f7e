/**
 * What the clock on the wall says at an instant that is written with its zone's offset (`2026-03-02T10:20:31+08:00`),
 * or `laterMs` milliseconds after it: `10:20:31`. No table of zones is asked, so a change of the zone's offset between
 * the two is not seen.
 */
export function writtenClock(instant: string, laterMs = 0): string {
	const wall = Date.parse(`${instant.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`);
	return new Date(wall + laterMs).toISOString().slice('YYYY-MM-DDT'.length, -'.000Z'.length);
}
