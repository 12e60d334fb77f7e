import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { officePoints, zone } from '#analysis/forecast/testing/officePoints.ts';
import { formatInstant } from '#time/zone.ts';
import { backtest } from './backtest.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'offpeak-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(args: string[]): Promise<{ code: number; out: string; errors: string }> {
	const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
	const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	try {
		const code = await backtest.run(args);
		return { code, out: out.mock.calls.flat().join('\n'), errors: errors.mock.calls.flat().join('\n') };
	} finally {
		out.mockRestore();
		errors.mockRestore();
	}
}

async function file(content: string): Promise<string> {
	const path = join(folder, 'load.csv');
	await writeFile(path, content);
	return path;
}

function csv(days: number): string {
	const rows = officePoints({ days }).map(
		({ startAt, offered }) => `${formatInstant(zone, startAt)},${offered}`
	);
	return ['start,offered', ...rows].join('\n');
}

test('prints every method as JSON, with the intervals of its own', async () => {
	const args = ['--zone', zone, '--country', 'DE', '--train-days', '60', '--horizon-days', '7', '--json'];
	const { code, out } = await run([await file(csv(110)), ...args]);
	expect(code).toBe(0);
	const { methods, origins, days } = JSON.parse(out);
	expect([origins, days]).toEqual([44, 110]);
	expect(Object.keys(methods)).toEqual(['seasonal_naive', 'mean_4', 'median_8', 'offpeak']);
	expect(Object.keys(methods.mean_4)).toEqual(['wape', 'mape', 'mase', 'rmse', 'by_horizon']);
	expect(Object.keys(methods.offpeak.by_horizon)).toEqual(['1', '2-5', '6-10']);
	expect(methods.offpeak.coverage_80).toBeGreaterThan(0.7);
	expect(methods.offpeak.coverage_80).toBeLessThan(0.9);
	expect(Object.keys(methods.offpeak.coverage_80_by_horizon)).toEqual(['1', '2-5', '6-10']);
	expect(methods.offpeak.coverage_80_special).toBeGreaterThanOrEqual(0);
	expect(methods.offpeak.wape).toBeLessThan(methods.seasonal_naive.wape);
});

test('prints a table for people, of the hours and days that are asked for', async () => {
	const { code, out } = await run([
		await file(csv(60)),
		'--zone',
		zone,
		'--days',
		'mon-fri',
		'--hours',
		'09-12'
	]);
	expect(code).toBe(0);
	expect(out).toMatch(
		/^44 days, 2025-01-06 to 2025-03-06 \(Europe\/Berlin, no calendar\); 9 forecasts of 14 days/
	);
	expect(out).toMatch(/\nmedian_8 +\d/);
});

test.each([
	[['--zone', 'Moon'], 2, 'Expected --zone'],
	[['--zone', zone, '--grain', 'day'], 2, 'Expected --grain'],
	[['--zone', zone, '--horizon-days', '0'], 2, 'Expected --horizon-days'],
	[['--zone', zone, '--country', 'Germany'], 2, 'Expected --country'],
	[['--zone', zone, '--train-days', '90'], 1, 'has 60 days: too few for 90'],
	[['--zone', zone, '--hours', '00-02'], 1, 'has no counts']
])('%j ends with %i', async (args, code, message) => {
	const result = await run([await file(csv(60)), ...args]);
	expect(result.code).toBe(code);
	expect(result.errors).toContain(message);
});

test('a wrong row ends with 1 and is named', async () => {
	const path = await file('start,offered\n2026-03-02 09:00,x');
	const { code, errors } = await run([path, '--zone', zone]);
	expect([code, errors]).toEqual([1, `${path}, line 2: offered: expected a number of calls, got "x".`]);
});

const year = join(process.env.OFFPEAK_TEST_DATA ?? '', 'israel-bank-1999-hourly.csv');
const hasYear = Boolean(process.env.OFFPEAK_TEST_DATA) && existsSync(year);

test.skipIf(!hasYear)(
	'on a bank of 1999 (needs OFFPEAK_TEST_DATA) it keeps what it has reached',
	async () => {
		const rows = (await readFile(year, 'utf8')).split('\n').filter((row) => !/^1999-0(3-08|5-23)/.test(row));
		const args = ['--zone', 'Asia/Jerusalem', '--country', 'IL', '--train-days', '140', '--json'];
		const { out } = await run([await file(rows.join('\n')), ...args]);
		const { methods, origins } = JSON.parse(out);
		expect(origins).toBe(212);
		// As an independent account of this protocol has them.
		expect(methods.seasonal_naive.wape).toBeCloseTo(0.304, 3);
		expect(methods.mean_4.wape).toBeCloseTo(0.245, 3);
		expect(methods.median_8.wape).toBeCloseTo(0.23, 3);
		expect(methods.offpeak.wape).toBeLessThan(0.197);
		for (const share of [
			methods.offpeak.coverage_80,
			...Object.values(methods.offpeak.coverage_80_by_horizon)
		]) {
			expect(share).toBeGreaterThan(0.78);
			expect(share).toBeLessThan(0.82);
		}
	}
);
