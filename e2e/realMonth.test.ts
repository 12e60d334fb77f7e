import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { Client } from './client.ts';
import { runBeside } from './command.ts';
import { differences, noCalls, type Figures } from './differences.ts';
import { startProduct, type Product } from './product.ts';
import { rowsOf, unlike, waysOfSending, type CallRecord, type Rows } from './waysOfSending.ts';

const folder = join(process.env.OFFPEAK_TEST_DATA ?? '', 'anonymous-bank-1999-01');
const there = Boolean(process.env.OFFPEAK_TEST_DATA) && existsSync(folder);
test.skip(!there, 'OFFPEAK_TEST_DATA names no folder with the real month anonymous-bank-1999-01');
test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** An independent account of the month: fields of load rows, for all of it, by date and by hour. */
interface Expected {
	all: Figures;
	days: Record<string, Figures>;
	hours: Record<string, Figures>;
}

const read = (file: string) => gunzipSync(readFileSync(join(folder, file))).toString();

let product: Product;
let client: Client;
let records: CallRecord[];
let first: Rows;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_ZONE: 'Asia/Jerusalem', OFFPEAK_COUNTRY: 'IL' } });
	client = new Client(product);
	const lines = read('calls.ndjson.gz').trim().split('\n');
	records = lines.map((line): CallRecord => JSON.parse(line));
});
test.afterAll(() => product?.stop());

const rows = (queue: string) => rowsOf(client, queue, '1999-01-01', '1999-02-01');

test('the file as it is gives every figure of the independent account', async () => {
	const body = read('calls.ndjson.gz');
	const { status, answer } = await client.send(body, { type: 'application/x-ndjson', gzip: true });
	expect({ status, ...answer }).toMatchObject({
		status: 200,
		received: 30_161,
		created: 30_161,
		rejected: 0
	});
	first = await rows('bank');

	const expected: Expected = JSON.parse(read('expected.json.gz'));
	expect(first.months).toHaveLength(1);
	expect(first.days).toHaveLength(31);
	expect(first.hours).toHaveLength(744);
	const wrong = [
		...first.months.map((row) => differences(row, expected.all)),
		...first.days.map((row) => differences(row, expected.days[row.start.slice(0, 10)] ?? noCalls)),
		...first.hours.map((row) => differences(row, expected.hours[row.start] ?? noCalls))
	];
	expect(wrong.flat()).toEqual([]);
	expect(Object.keys(expected.days)).toHaveLength(29);
	expect(Object.keys(expected.hours)).toHaveLength(412);
});

for (const [i, { name, send }] of waysOfSending.entries())
	test(`sent ${name}, the figures are the same`, async () => {
		// Thirty thousand requests: some machines take two minutes for them beside another test.
		test.setTimeout(400_000);
		await send(client, `way-${i}`, records);
		expect(unlike(await rows(`way-${i}`), first)).toEqual([]);
	});

test('verify, beside the running product, finds nothing', async () => {
	const { code, output } = await runBeside(product, 'verify');
	expect(output).toMatch(/^\d{5,} rows recounted, 0 differ\.$/m);
	expect(code).toBe(0);
});
