/** The only waits that are ever shown in public, in minutes (api.md). */
export const publicMinutes = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60] as const;

/**
 * A wait in milliseconds, rounded up to the public steps, so that "under 5 minutes" is never more than was seen;
 * null above an hour. Nobody waits "under 0 minutes": no wait at all is 1.
 */
export function publicStep(waitMs: number): number | null {
	return publicMinutes.find((minutes) => waitMs <= minutes * 60_000) ?? null;
}
