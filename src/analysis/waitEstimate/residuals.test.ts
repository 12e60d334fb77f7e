import { expect, test } from 'vitest';
import { exponential, lognormal, type Draw } from '../simulation/distributions.ts';
import { seededRandom } from '../simulation/random.ts';
import { Calibration } from './calibration.ts';
import { Residuals } from './residuals.ts';
import { Shifts } from './shifts.ts';
import { shares } from './waitQuantiles.ts';

const model = { mean: 60, sd: 60 };
const kinds = [
	{ ahead: 0, says: 40, means: 50 },
	{ ahead: 0, says: 100, means: 70 },
	{ ahead: 1, says: 100, means: 100 },
	{ ahead: 1, says: 400, means: 200 }
] as const;
const names = ['p10', 'median', 'p80', 'p90'] as const;

function heldShares(draw: (i: number) => Draw, count: number) {
	const random = seededRandom(9);
	const residuals = new Residuals();
	const shifts = new Shifts();
	const held = { p10: 0, median: 0, p80: 0, p90: 0 };
	for (let i = 0; i < count; i++) {
		const said = residuals.quantiles(model, [shifts]);
		const wait = draw(i)(random);
		for (const name of names) if (wait <= said[name]) held[name]++;
		shifts.adjust(wait, said, 1);
		residuals.add(wait, model);
	}
	return names.map((name) => held[name] / count - shares[name]);
}

test.each([
	['exponential waits', () => exponential(60)],
	['waits that the model has wrong by far', () => lognormal(300, 0.5)],
	['waits that grow sixfold', (i: number) => exponential(50 + i / 16)],
	['waits that jump', (i: number) => exponential(i % 1000 < 500 ? 30 : 120)]
])('every share holds for %s', (_name, draw) => {
	for (const off of heldShares(draw, 4000)) expect(Math.abs(off)).toBeLessThan(0.012);
});

test('the window holds the last 600, sorted and no more', () => {
	const residuals = new Residuals();
	for (let i = 0; i < 2000; i++) residuals.add(i < 1400 ? 10_000 : i - 1400, model);
	expect(residuals.count).toBe(600);
	expect(residuals.quantiles(model, []).p90).toBeCloseTo(0.9 * 599, 6);
});

test('the quantiles hold for each kind of callers, although one kind is foretold too much', () => {
	const random = seededRandom(6);
	const calibration = new Calibration();
	const held = new Map([...kinds].map((kind) => [kind, { callers: 0, p80: 0 }]));
	for (let i = 0; i < 12_000; i++) {
		const kind = kinds[Math.floor(random() * kinds.length)] ?? kinds[0];
		const model = { mean: kind.says, sd: kind.says };
		const prediction = calibration.predict(kind.ahead, model);
		const wait = exponential(kind.means)(random);
		const seen = held.get(kind);
		if (seen) seen.callers++;
		if (seen && wait <= prediction.said.p80) seen.p80++;
		calibration.served(prediction, wait);
	}
	for (const { callers, p80 } of held.values()) expect(Math.abs(p80 / callers - 0.8)).toBeLessThan(0.025);
});

test('too few waits leave it to the model; then all bands together, then each for itself', () => {
	const calibration = new Calibration();
	const wait = (ahead: number, seconds: number) =>
		calibration.served(calibration.predict(ahead, model), seconds);
	for (let i = 0; i < 39; i++) wait(0, 10);
	expect(calibration.predict(0, model).basis).toBe('model');
	wait(0, 10);
	expect(calibration.predict(0, model).basis).toBe('calibrated');
	expect(calibration.predict(8, model).said.median).toBeCloseTo(10, 6);
	for (let i = 0; i < 40; i++) wait(8, 200);
	expect(calibration.predict(8, model).said.median).toBeCloseTo(200, 6);
	expect(calibration.predict(0, model).said.median).toBeCloseTo(10, 6);
});

test('those who gave up raise what is said, without being a wait that was seen', () => {
	const [without, withThem] = [0, 1].map((ghosts) => {
		const calibration = new Calibration();
		const random = seededRandom(4);
		const draw = exponential(60);
		for (let i = 0; i < 1000; i++) {
			calibration.served(calibration.predict(0, model), draw(random));
			if (ghosts > 0 && i % 5 === 0) calibration.wouldHaveBeen(calibration.predict(0, model), 300);
		}
		return calibration.predict(0, model).said.p80;
	});
	expect(withThem).toBeGreaterThan(without ?? NaN);
});
