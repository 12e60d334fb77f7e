/** The only waits that are ever shown in public, in minutes (api.md). */
export const publicMinutes = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60] as const;

/**
 * A wait in milliseconds, rounded up to the public steps, so that "under 5 minutes" is never more than was seen;
 * null above an hour. Nobody waits "under 0 minutes": no wait at all is 1.
 */
export function publicStep(waitMs: number): number | null {
	return publicMinutes.find((minutes) => waitMs <= minutes * 60_000) ?? null;
}

/** A wait that stands for all that are shown as a step: the middle between it and the one below. */
export function middleMs(step: number | null): number {
	const place = step === null ? publicMinutes.length : publicMinutes.findIndex((minutes) => minutes === step);
	const [below = 0, above = 90] = [publicMinutes[place - 1], publicMinutes[place]];
	return ((below + above) / 2) * 60_000;
}
