import { parseInstant } from '#model/instant.ts';
import { instantsShowing } from '#time/instantsShowing.ts';

/**
 * The instants that a local time without an offset (`2026/03/02 09:15:00`, `2026-03-02T09:15:00.25`) can mean in its
 * zone, in ascending order: two in the hour that comes twice. None where it is no time.
 */
export function instantOfLocal(zone: string, text: string): number[] {
	const [date = '', clock = '', more] = text.trim().split(/[ T]/);
	const local = more === undefined ? parseInstant(`${date.replaceAll('/', '-')}T${clock}Z`) : null;
	return local === null ? [] : instantsShowing(zone, local);
}
