import type { HourPool, HourPools, TypicalHour } from './hourPools.ts';

/** A pool as it is published: only its waits. */
export type PublishedPools = Map<string, TypicalHour>;

/**
 * What is published of fresh pools after `published`: a pool keeps the waits that it is published with until they lie
 * further away than chance alone takes them, so that one call more or less shows nowhere, however often one looks.
 * Without anything published before, the fresh waits as they are.
 *
 * The standard error of an 80th percentile of n waits is about 1.2 / √n of it where waits are exponential. Above, half
 * of that is let pass and below all of it: too short a wait is the worse promise. A pool that is not published yet needs
 * a fifth more calls than `minCalls`, one that is goes as soon as it has fewer.
 */
export function steadyPools(
	published: ReadonlyMap<string, TypicalHour> | null,
	fresh: HourPools,
	minCalls: number
): PublishedPools {
	const steady: PublishedPools = new Map();
	for (const [key, pool] of fresh) {
		const known = published?.get(key);
		if (known && isNear(known, pool)) steady.set(key, known);
		else if (!published) steady.set(key, waitsOf(pool, exact));
		else if (known || pool.calls >= minCalls * 1.2) steady.set(key, waitsOf(pool, roundedUp));
	}
	return steady;
}

const leastMargin = 0.03;
const mostMargin = 0.12;
/** Nobody tells waits apart that differ by less. */
const nothingMs = 3000;

function isNear(known: TypicalHour, fresh: HourPool): boolean {
	const margin = Math.min(mostMargin, Math.max(leastMargin, 0.6 / Math.sqrt(fresh.calls)));
	const near = (before: number, now: number) =>
		now <= before * (1 + margin) + nothingMs && now >= before * (1 - 2 * margin) - nothingMs;
	return waitNames.every((name) => near(known[name], fresh[name]));
}

const waitNames = ['medianMs', 'mostMs', 'nearlyAllMs'] as const;

function waitsOf(hour: TypicalHour, as: (waitMs: number) => number): TypicalHour {
	return { medianMs: as(hour.medianMs), mostMs: as(hour.mostMs), nearlyAllMs: as(hour.nearlyAllMs) };
}

const exact = (waitMs: number) => waitMs;

/** To a step of a twelfth: what is published anew is the same with one call more or less, but at the border of a step. */
function roundedUp(waitMs: number): number {
	return waitMs <= 0 ? 0 : Math.round(Math.exp(Math.ceil(Math.log(waitMs) * 12) / 12));
}
