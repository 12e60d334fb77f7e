import { expect, test } from '@playwright/test';
import { walletYear } from '#analysis/demo/walletYear.ts';
import type { Call } from '#model/call.ts';
import { callJson } from '#model/callJson.ts';
import type { LoadRow } from '#model/load.ts';
import { Client } from './client.ts';
import { runBeside } from './command.ts';
import { differences, noCalls } from './differences.ts';
import { plainRows, type PlainRow } from './plainLoad.ts';
import { startProduct, type Product } from './product.ts';
import { rowsOf, unlike, waysOfSending, type CallRecord } from './waysOfSending.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const seed = 11;
/**
 * A month in which clocks go forward in New York (8 March) and back on Lord Howe (5 April), and the days around
 * 1 November, when they go back in New York. The last days end in the middle, with callers waiting.
 */
const month = callsOf('2026-03-06T00:00:00+08:00', '2026-04-07T10:50:00+08:00');
const autumn = callsOf('2026-10-30T00:00:00+08:00', '2026-11-03T10:35:00+08:00');
const zones = ['Asia/Kathmandu', 'Australia/Lord_Howe', 'America/New_York'];

function callsOf(from: string, to: string): Call[] {
	return [...walletYear({ seed, fromAt: Date.parse(from), toAt: Date.parse(to) })];
}

function toRecord(call: Call): CallRecord {
	return JSON.parse(callJson(call));
}

let product: Product;
let client: Client;
test.beforeAll(async () => {
	product = await startProduct({
		env: { OFFPEAK_NOW: '2026-12-01T00:00:00Z', OFFPEAK_ZONE: 'America/New_York' }
	});
	client = new Client(product);
});
test.afterAll(() => product?.stop());

for (const zone of zones)
	test(`every hour, day and month in ${zone} is what the calls add up to`, async () => {
		const queue = zone.toLowerCase().replace(/[^a-z]/g, '-');
		await client.putQueue(queue, { zone });
		const calls = [...month, ...autumn];
		const [inOrder] = waysOfSending;
		await inOrder?.send(client, queue, calls.map(toRecord));

		const plain = plainRows(calls, zone);
		const { months, days, hours } = await rowsOf(client, queue, '2026-03-01', '2026-12-01');
		expect(months).toHaveLength(9);
		expect(days).toHaveLength(275);
		const wrong = [
			...months.map((row) => compare(row, plain, row.start.slice(0, 7))),
			...days.map((row) => compare(row, plain, row.start.slice(0, 10))),
			...hours.map((row) => compare(row, plain, row.start.slice(0, 13) + row.start.slice(-6)))
		];
		expect(wrong.flat()).toEqual([]);
		expect([...plain.keys()]).toEqual([]);
	});

test('the days on which clocks change have the hours that they have', async () => {
	const hoursOf = async (queue: string, from: string, to: string) =>
		(await client.load(queue, `from=${from}&to=${to}&grain=hour`)).map(({ start }) => start);
	const spring = await hoursOf('america-new-york', '2026-03-08', '2026-03-09');
	expect(spring).toHaveLength(23);
	expect(spring.slice(1, 3)).toEqual(['2026-03-08T01:00:00-05:00', '2026-03-08T03:00:00-04:00']);
	expect(await hoursOf('america-new-york', '2026-11-01', '2026-11-02')).toHaveLength(25);
	const island = await hoursOf('australia-lord-howe', '2026-04-05', '2026-04-06');
	expect(island.slice(1, 4)).toEqual([
		'2026-04-05T01:00:00+11:00',
		'2026-04-05T01:30:00+10:30',
		'2026-04-05T02:00:00+10:30'
	]);
	expect((await hoursOf('asia-kathmandu', '2026-03-08', '2026-03-09'))[0]).toBe('2026-03-08T00:00:00+05:45');
});

const some = month.filter(({ queue }) => queue === 'security').map(toRecord);

for (const [i, { name, send }] of waysOfSending.entries())
	test(`sent ${name}, the figures are the same`, async () => {
		await send(client, `way-${i}`, some);
		const rows = (queue: string) => rowsOf(client, queue, '2026-03-05', '2026-04-08');
		const found = await rows(`way-${i}`);
		expect(found.days.reduce((sum, { offered }) => sum + offered, 0)).toBe(some.length);
		expect(unlike(found, await rows('way-0'))).toEqual([]);
	});

test('verify, beside the running product, finds nothing', async () => {
	const { code, output } = await runBeside(product, 'verify');
	expect(output).toMatch(/^\d{5,} rows recounted, 0 differ\.$/m);
	expect(code).toBe(0);
});

/** Compares a row with the one of its key and takes that away, so that none can be left over. */
function compare(row: LoadRow, plain: Map<string, PlainRow>, key: string): string[] {
	const wanted = plain.get(key);
	plain.delete(key);
	return wanted ? differences(row, wanted.figures, wanted.longest) : differences(row, noCalls);
}
