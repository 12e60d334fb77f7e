import { expect, test } from 'vitest';
import { exponential, lognormal, type Draw } from '../simulation/distributions.ts';
import { seededRandom } from '../simulation/random.ts';
import { Calibration } from './calibration.ts';
import { Residuals } from './residuals.ts';
import { shares } from './waitQuantiles.ts';

const model = { mean: 60, sd: 60 };
const names = ['p10', 'median', 'p80', 'p90'] as const;

function heldShares(draw: (i: number) => Draw, count: number) {
	const random = seededRandom(9);
	const residuals = new Residuals();
	const held = { p10: 0, median: 0, p80: 0, p90: 0 };
	for (let i = 0; i < count; i++) {
		const said = residuals.quantiles(model);
		const wait = draw(i)(random);
		for (const name of names) if (wait <= said[name]) held[name]++;
		residuals.add(wait, { model, said });
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
	const said = residuals.quantiles(model);
	for (let i = 0; i < 2000; i++) residuals.add(i < 1400 ? 10_000 : i - 1400, { model, said });
	expect(residuals.count).toBe(600);
	expect(residuals.quantiles(model).p90).toBeLessThan(600);
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
