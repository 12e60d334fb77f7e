import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patienceCurve, patientAfter } from './patienceCurve.ts';
import type { WaitEnds } from './waitEnds.ts';

const end = (seconds: number, answered: number, abandoned: number, exact = true): WaitEnds => ({
	seconds,
	answered,
	abandoned,
	exact
});

describe('by hand', () => {
	// Ten callers, waits 1 2+ 3 3 4+ 5 6+ 7 8+ 9+ (+ answered):
	// 9/10; then of 8 two: × 6/8; then of 5 one: × 4/5; then of 3 one: × 2/3.
	const curve = patienceCurve([
		end(1, 0, 1),
		end(2, 1, 0),
		end(3, 0, 2),
		end(4, 1, 0),
		end(5, 0, 1),
		end(6, 1, 0),
		end(7, 0, 1),
		end(8, 1, 0),
		end(9, 1, 0)
	]);

	test('steps down where callers gave up, by those who still waited', () => {
		expect(curve.points.map(({ seconds, atRisk }) => [seconds, atRisk])).toEqual([
			[1, 10],
			[3, 8],
			[5, 5],
			[7, 3]
		]);
		[0.9, 0.675, 0.54, 0.36].forEach((share, i) => expect(curve.points[i]?.share).toBeCloseTo(share, 12));
		expect(curve.abandoned).toBe(5);
		expect(curve.within).toBe(0);
	});

	test('half are gone at the first step to a half or below', () => {
		expect(curve.median?.seconds).toBe(7);
	});

	test('its intervals are Greenwood’s on the scale of log(−log)', () => {
		// At 3: V = 1/(10·9) + 2/(8·6) = 0.052778; se = √V / |ln 0.675| = 0.229734 / 0.393043 = 0.584501;
		// 0.675^e^(±1.959964 · 0.584501), e^1.145601 = 3.144331.
		expect(curve.points[1]?.low).toBeCloseTo(0.675 ** 3.144331, 5);
		expect(curve.points[1]?.high).toBeCloseTo(0.675 ** (1 / 3.144331), 5);
	});

	test('is asked for any wait', () => {
		expect([0, 0.9, 1, 4, 6.9, 7, 100].map((seconds) => patientAfter(curve, seconds).toFixed(3))).toEqual([
			'1.000',
			'1.000',
			'0.900',
			'0.675',
			'0.540',
			'0.360',
			'0.360'
		]);
	});
});

test('the remission times of Freireich et al. (1963), as every textbook has them', () => {
	// 6-MP: 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+ → .857 .807 .753 .690 .627 .538 .448
	const given: [number, number, number][] = [
		[6, 1, 3],
		[7, 0, 1],
		[9, 1, 0],
		[10, 1, 1],
		[11, 1, 0],
		[13, 0, 1],
		[16, 0, 1],
		[17, 1, 0],
		[19, 1, 0],
		[20, 1, 0],
		[22, 0, 1],
		[23, 0, 1],
		[25, 1, 0],
		[32, 2, 0],
		[34, 1, 0],
		[35, 1, 0]
	];
	const curve = patienceCurve(
		given.map(([seconds, answered, abandoned]) => end(seconds, answered, abandoned))
	);
	expect(curve.points.map(({ share }) => share.toFixed(3))).toEqual([
		'0.857',
		'0.807',
		'0.753',
		'0.690',
		'0.627',
		'0.538',
		'0.448'
	]);
	expect(curve.median).toEqual({ seconds: 23, low: 13, high: null });
});

test('who gives up at a wait at which others are answered was there with them', () => {
	expect(patienceCurve([end(0, 6, 0), end(5, 2, 2)]).points).toMatchObject([
		{ seconds: 5, share: 0.5, atRisk: 4 }
	]);
});

test('nobody gave up: all are patient; all did: none is; nobody called: nothing is known', () => {
	expect(patienceCurve([end(3, 5, 0)])).toEqual({ points: [], median: null, within: 0, abandoned: 0 });
	expect(patienceCurve([end(3, 0, 2), end(4, 0, 2)])).toMatchObject({
		points: [{ share: 0.5 }, { share: 0, low: 0, high: 0 }],
		median: { seconds: 3 }
	});
	expect(patienceCurve([])).toMatchObject({ points: [], median: null });
});

test('counted in bins, the curve of the waits themselves is at most `within` below', () => {
	const waits = fc.array(fc.record({ wait: fc.integer({ min: 1, max: 400 }), gone: fc.boolean() }), {
		minLength: 40,
		maxLength: 120
	});
	fc.assert(
		fc.property(waits, fc.integer({ min: 2, max: 60 }), (callers, width) => {
			const count = (seconds: number, from: number, exact: boolean) => {
				const those = callers.filter(({ wait }) => wait > from && wait <= seconds);
				const gone = those.filter((one) => one.gone).length;
				return end(seconds, those.length - gone, gone, exact);
			};
			const ends = Array.from({ length: 400 }, (_, i) => count(i + 1, i, true));
			const binned = Array.from({ length: Math.ceil(400 / width) }, (_, i) =>
				count((i + 1) * width, i * width, false)
			);
			const [exact, coarse] = [patienceCurve(ends), patienceCurve(binned)];
			for (const { seconds, share, atRisk } of coarse.points) {
				if (atRisk < 10) continue;
				const difference = share - patientAfter(exact, seconds);
				expect(difference).toBeGreaterThan(-1e-9);
				expect(difference).toBeLessThan(coarse.within + 1e-9);
			}
		}),
		{ seed: 5, numRuns: 200 }
	);
});
