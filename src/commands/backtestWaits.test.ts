import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { simulatedCalls } from '#analysis/waitEstimate/testing/simulatedCalls.ts';
import type { Call } from '#model/call.ts';
import { callJson } from '#model/callJson.ts';
import { backtestWaits } from './backtestWaits.ts';

const calls = simulatedCalls({ seed: 3, days: 2, agents: 3, load: 1, patienceSeconds: 400 });
const lines = calls.map((call) => callJson(call)).join('\n');
let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'offpeak-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(args: string[]): Promise<{ code: number; out: string; errors: string }> {
	const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
	const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	try {
		const code = await backtestWaits.run(args);
		return { code, out: out.mock.calls.flat().join('\n'), errors: errors.mock.calls.flat().join('\n') };
	} finally {
		out.mockRestore();
		errors.mockRestore();
	}
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

test('says the same of a file and of the same file gzipped, with every figure by its name', async () => {
	const plain = await run([await file('calls.ndjson', lines), '--zone', 'Asia/Shanghai', '--json']);
	const gzipped = await run([await file('calls.gz', gzipSync(lines)), '--zone', 'Asia/Shanghai', '--json']);
	expect(plain.code).toBe(0);
	expect(gzipped.out).toBe(plain.out);
	const { methods } = JSON.parse(plain.out);
	for (const name of ['running_mean', 'les', 'hol', 'mean_10', 'queue_length'])
		expect(Object.keys(methods[name])).toEqual(['rmse', 'mae']);
	expect(Object.keys(methods.offpeak).sort()).toEqual([
		'coverage_80',
		'coverage_80_by_ahead',
		'mae',
		'median_held',
		'median_held_by_ahead',
		'most_held',
		'most_held_by_ahead',
		'rmse'
	]);
	expect(methods.offpeak.rmse).toBeLessThan(methods.les.rmse);
});

test('counts each call once, in its fullest state, and says which lines are none', async () => {
	const open: Call[] = calls.map((call) => ({
		...call,
		answeredAt: null,
		endedAt: null,
		outcome: 'waiting'
	}));
	const twice = [
		...open.map((call) => callJson(call)),
		lines,
		'{"id":7}',
		'nonsense',
		callJson(open[0] ?? never())
	];
	const whole = await run([await file('a', lines), '--zone', 'UTC', '--json']);
	const mixed = await run([await file('b', twice.join('\n')), '--zone', 'UTC', '--json']);
	expect(mixed.out).toBe(whole.out);
	expect(mixed.errors).toContain(`line ${2 * calls.length + 2}: the line is not JSON`);
	expect(mixed.errors).toContain('2 records could not be read.');
});

test('for people it names the days of the zone; without a file or a zone it tells its usage', async () => {
	const path = await file('calls.ndjson', lines);
	expect((await run([path, '--zone', 'America/New_York'])).out).toContain('1969-12-31 to 1970-01-02');
	expect((await run([path])).code).toBe(2);
	expect((await run([path, '--zone', 'Nowhere'])).errors).toContain(
		'Usage: backtest-waits FILE.ndjson --zone ZONE'
	);
	expect((await run([await file('none', ''), '--zone', 'UTC'])).code).toBe(1);
});

test('a file that is not there, or is cut off, is one sentence', async () => {
	const cut = await file('cut.gz', gzipSync(lines).subarray(0, 5000));
	await expect(run([cut, '--zone', 'UTC'])).rejects.toThrow(/^The file .*cut.gz cannot be read: .*\.$/);
	await expect(run([join(folder, 'none'), '--zone', 'UTC'])).rejects.toThrow(/cannot be read: ENOENT/);
});

function never(): never {
	throw new Error('no calls');
}

const january = join(process.env.OFFPEAK_TEST_DATA ?? '', 'anonymous-bank-1999-01', 'calls.ndjson.gz');
const isThere = Boolean(process.env.OFFPEAK_TEST_DATA) && existsSync(january);
if (!isThere)
	console.warn('skipped: the waits of a real bank (OFFPEAK_TEST_DATA names no folder that has them)');

describe.skipIf(!isThere)('a real bank in January 1999', () => {
	test.each([
		['with the topic that another team takes later', [], 13_585],
		['without it', ['--leave-out-topic', 'in'], 13_457]
	])('%s', async (_name, more, callers) => {
		const result = JSON.parse((await run([january, '--zone', 'Asia/Jerusalem', '--json', ...more])).out);
		const { offpeak, les, mean_10, queue_length } = result.methods;
		expect(result.callers).toBe(callers);
		expect(offpeak.rmse).toBeLessThan(58);
		expect(offpeak.mae).toBeLessThan(38);
		expect(offpeak.rmse).toBeLessThan(0.76 * les.rmse);
		expect(offpeak.rmse).toBeLessThan(0.83 * mean_10.rmse);
		expect(offpeak.rmse).toBeLessThan(0.9 * queue_length.rmse);
		const shares = [
			offpeak.coverage_80,
			offpeak.most_held,
			...Object.values<number>(offpeak.coverage_80_by_ahead)
		];
		for (const share of shares) expect(Math.abs(share - 0.8)).toBeLessThan(0.02);
		for (const share of Object.values<number>(offpeak.most_held_by_ahead))
			expect(Math.abs(share - 0.8)).toBeLessThan(0.05);
		expect(Math.abs(offpeak.median_held - 0.5)).toBeLessThan(0.03);
	});
});
