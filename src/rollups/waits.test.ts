import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { parseQueue } from '#model/parseQueue.ts';
import {
	addToBin,
	binCount,
	binUpperSeconds,
	countWithin,
	emptyWaits,
	encodeWaits,
	mergeEncodedWaits,
	mergeWaits,
	quantileMs,
	sameWaits,
	waitBin,
	waitsTotal,
	type Waits
} from './waits.ts';

function waitsOf(waitsMs: number[], into: Waits = emptyWaits(), sign = 1): Waits {
	waitsMs.forEach((waitMs, i) =>
		addToBin(into, waitBin(waitMs), i % 3 === 0 ? 'abandoned' : 'answered', sign)
	);
	return into;
}

/** percentile_cont: linear interpolation between ranks. */
function exactQuantile(waitsMs: number[], p: number): number {
	const sorted = waitsMs.toSorted((a, b) => a - b);
	const rank = (sorted.length - 1) * p;
	const low = sorted[Math.floor(rank)] ?? NaN;
	const high = sorted[Math.ceil(rank)] ?? NaN;
	return low + (high - low) * (rank - Math.floor(rank));
}

/** 1 second or 2 %, whichever is larger (metrics.md). */
function expectWithinTolerance(waitsMs: number[], waits: Waits, wholeSeconds: boolean): void {
	for (const p of [0, 0.01, 0.25, 0.5, 0.8, 0.9, 0.99, 1]) {
		const exact = exactQuantile(waitsMs, p);
		const found = quantileMs(waits, p, wholeSeconds) ?? NaN;
		expect(Math.abs(found - exact), `p ${p}: ${found} against ${exact}`).toBeLessThanOrEqual(
			Math.max(1000, exact * 0.02)
		);
	}
}

const twelveDaysMs = 12 * 86_400_000;
const anyWait = fc.oneof(
	fc.integer({ min: 0, max: 120_000 }),
	fc.integer({ min: 0, max: 3_600_000 }),
	fc.integer({ min: 0, max: twelveDaysMs }),
	// Edges of bins and their neighbours, where an error would be largest.
	fc
		.integer({ min: 0, max: 800 })
		.chain((bin) => fc.constantFrom(-1, 0, 1).map((by) => Math.max(0, binUpperSeconds(bin) * 1000 + by)))
);

describe('wait bins', () => {
	it('lie edge to edge: each upper edge belongs to its bin, the next millisecond to the next', () => {
		for (let bin = 0; bin < binCount - 1; bin++) {
			const upperMs = binUpperSeconds(bin) * 1000;
			expect(waitBin(upperMs), `bin ${bin}`).toBe(bin);
			expect(waitBin(upperMs + 1)).toBe(bin + 1);
		}
		expect(waitBin(Number.MAX_SAFE_INTEGER)).toBe(binCount - 1);
	});

	it('count whole seconds up to 120 exactly, T itself included', () => {
		const waits = waitsOf([0, 19_999, 20_000, 20_001, 120_000, 120_001]);
		const within = (seconds: number) =>
			countWithin(waits, 'answered', seconds) + countWithin(waits, 'abandoned', seconds);
		expect([0, 19, 20, 21, 119, 120].map(within)).toEqual([1, 1, 3, 4, 4, 5]);
	});

	it('end at every threshold that a queue may have, and at no other', () => {
		const queue = defaultQueue('q', { zone: 'UTC', country: 'CN' });
		for (let seconds = 0; seconds <= 7200; seconds++) {
			const settings = { service_level: { threshold_seconds: seconds } };
			const isTaken = 'queue' in parseQueue(settings, queue, () => true);
			expect(isTaken, `${seconds} s`).toBe(binUpperSeconds(waitBin(seconds * 1000)) === seconds);
			if ((seconds % 60 === 0 && seconds <= 960) || [1200, 1800, 3600].includes(seconds))
				expect(isTaken, `${seconds} s`).toBe(true);
		}
	});
});

describe('quantiles', () => {
	it('are within 1 s or 2 % of exact for any waits', () => {
		fc.assert(
			fc.property(fc.array(anyWait, { minLength: 1, maxLength: 60 }), (waitsMs) => {
				expectWithinTolerance(waitsMs, waitsOf(waitsMs), false);
			}),
			{ seed: 1, numRuns: 3000 }
		);
	});

	it('are exact for whole seconds up to 120, and within tolerance above', () => {
		const seconds = fc.integer({ min: 0, max: 5000 }).map((s) => s * 1000);
		fc.assert(
			fc.property(fc.array(seconds, { minLength: 1, maxLength: 60 }), (waitsMs) => {
				expectWithinTolerance(waitsMs, waitsOf(waitsMs), true);
				const short = waitsMs.map((ms) => ms % 121_000);
				for (const p of [0.1, 0.5, 0.9])
					expect(quantileMs(waitsOf(short), p, true)).toBeCloseTo(exactQuantile(short, p), 6);
			}),
			{ seed: 2, numRuns: 1000 }
		);
	});

	it('stay within tolerance after merging and taking away', () => {
		const some = fc.array(anyWait, { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(some, some, (kept, gone) => {
				const waits = waitsOf(gone);
				mergeWaits(waits, waitsOf(kept));
				waitsOf(gone, waits, -1);
				expect(sameWaits(waits, waitsOf(kept))).toBe(true);
				expectWithinTolerance(kept, waits, false);
			}),
			{ seed: 3, numRuns: 500 }
		);
	});

	it('of a thousand distributions stay within tolerance, merged, taken away and merged again through storage', () => {
		const adversarial = fc.oneof(
			fc.array(anyWait, { minLength: 1, maxLength: 200 }),
			// All in one place, at two far ends, just around an edge of the grid, ever doubling.
			fc.tuple(anyWait, fc.integer({ min: 1, max: 200 })).map(([ms, n]) => new Array<number>(n).fill(ms)),
			fc
				.tuple(anyWait, anyWait, fc.integer({ min: 1, max: 99 }))
				.map(([a, b, n]) => [...new Array<number>(n).fill(a), ...new Array<number>(100 - n).fill(b)]),
			fc
				.integer({ min: 0, max: 800 })
				.map((bin) => [-1, 0, 1, 2].map((by) => Math.max(0, binUpperSeconds(bin) * 1000 + by))),
			fc.integer({ min: 1, max: 5000 }).map((ms) => Array.from({ length: 18 }, (_, i) => ms * 2 ** i))
		);
		const stored = (waits: Waits) => {
			const back = emptyWaits();
			mergeEncodedWaits(back, encodeWaits(waits));
			return back;
		};
		fc.assert(
			fc.property(adversarial, adversarial, (kept, gone) => {
				const both = stored(waitsOf(kept));
				mergeWaits(both, stored(waitsOf(gone)));
				expectWithinTolerance([...kept, ...gone], both, false);
				mergeWaits(both, stored(waitsOf(gone, emptyWaits(), -1)));
				expectWithinTolerance(kept, both, false);
				mergeWaits(both, stored(waitsOf(gone)));
				expectWithinTolerance([...kept, ...gone], stored(both), false);
			}),
			{ seed: 6, numRuns: 1000 }
		);
	});

	it('of nobody are null', () => expect(quantileMs(emptyWaits(), 0.5)).toBeNull());
});

describe('packed waits', () => {
	it('come back as they were, also added to others', () => {
		fc.assert(
			fc.property(
				fc.array(anyWait, { maxLength: 80 }),
				fc.integer({ min: 1, max: 100_000 }),
				(waitsMs, times) => {
					const waits = waitsOf(waitsMs, emptyWaits(), times);
					const back = emptyWaits();
					mergeEncodedWaits(back, encodeWaits(waits));
					expect(sameWaits(back, waits)).toBe(true);
					mergeEncodedWaits(back, encodeWaits(waits));
					expect(waitsTotal(back)).toBe(2 * waitsMs.length * times);
				}
			),
			{ seed: 4, numRuns: 500 }
		);
	});

	const some = fc.array(anyWait, { maxLength: 40 });

	it('put one behind the other are the packing of their sum, whatever was added and taken away', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(some, some), { minLength: 1, maxLength: 5 }), (steps) => {
				const stored: number[] = [];
				const wanted = emptyWaits();
				for (const [more, gone] of steps) {
					const step = waitsOf(gone, waitsOf(more), -1);
					stored.push(...(stored.length > 0 ? [0, 0, 0] : []), ...encodeWaits(step));
					mergeWaits(wanted, step);
				}
				const back = emptyWaits();
				mergeEncodedWaits(back, Uint8Array.from(stored));
				expect(sameWaits(back, wanted)).toBe(true);
				expect(encodeWaits(back)).toEqual(encodeWaits(wanted));
			}),
			{ seed: 5, numRuns: 500 }
		);
	});

	it('of positive counts are what the first version stored', () => {
		// Bin 0 answered 3 times, bin 20 abandoned 200 times.
		const waits = emptyWaits();
		addToBin(waits, 0, 'answered', 3);
		addToBin(waits, 20, 'abandoned', 200);
		expect([...encodeWaits(waits)]).toEqual([0, 3, 41, 200, 1]);
	});

	it('are forgotten when more is added after a question', () => {
		const waits = waitsOf([1000]);
		expect(waitsTotal(waits)).toBe(1);
		mergeEncodedWaits(waits, encodeWaits(waitsOf([1000, 2000])));
		expect(waitsTotal(waits)).toBe(3);
		addToBin(waits, 7, 'answered', 1);
		expect(quantileMs(waits, 1, true)).toBe(7000);
	});

	it('that are broken are refused, and leave nothing behind', () => {
		const broken = emptyWaits();
		mergeEncodedWaits(broken, Uint8Array.from([4, 9, 130]));
		expect(() => waitsTotal(broken)).toThrow(RangeError);
		expect(waitsTotal(waitsOf([1000]))).toBe(1);
	});
});
