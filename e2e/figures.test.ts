import { expect, test } from '@playwright/test';
import type { ServiceLevelFormula } from '#model/queue.ts';
import { Client } from './client.ts';
import { runBeside } from './command.ts';
import { startProduct, type Product } from './product.ts';

let product: Product;
let client: Client;
test.beforeAll(async () => {
	product = await startProduct({ env: { OFFPEAK_NOW: '2026-03-10T00:00:00Z' } });
	client = new Client(product);
});
test.afterAll(async () => {
	const { output } = await runBeside(product, 'verify');
	await product.stop();
	expect(output).toContain(', 0 differ.');
});

const nine = Date.parse('2026-03-02T09:00:00+08:00');
const at = (seconds: number) => new Date(nine + seconds * 1000).toISOString();
let made = 0;

/** A call that came so many seconds after nine, and was answered, or gone, after a wait. */
const answered = (after: number, wait: number, more: object = {}) => ({
	id: `call-${++made}`,
	enqueued_at: at(after),
	answered_at: at(after + wait),
	ended_at: at(after + wait + 60),
	...more
});
const abandoned = (after: number, wait: number, more: object = {}) => ({
	id: `call-${++made}`,
	enqueued_at: at(after),
	ended_at: at(after + wait),
	...more
});

const today = 'from=2026-03-02&to=2026-03-03';

async function day(queue: string, more = '') {
	const [row] = await client.load(queue, `${today}&grain=day${more}`);
	if (!row) throw new Error('no row');
	return row;
}

async function send(queue: string, calls: object[]): Promise<void> {
	const { answer } = await client.send({ calls: calls.map((call) => ({ queue, ...call })) });
	expect(answer.errors).toEqual([]);
}

test('the six formulas of the service level, over the same calls, by a change of the setting alone', async () => {
	const times = <T>(count: number, make: (i: number) => T) =>
		Array.from({ length: count }, (_, i) => make(i));
	await send('formulas', [
		...times(860, (i) => answered(i, i % 21)),
		...times(140, (i) => answered(i, 21 + i)),
		...times(10, (i) => abandoned(i, i % 6)),
		...times(10, (i) => abandoned(i, 6 + i)),
		...times(40, (i) => abandoned(i, 30 + i))
	]);
	const percents: Record<ServiceLevelFormula, number> = {
		answered_only: 86,
		credited: 83.019,
		strict: 81.132,
		late_abandons: 82.692,
		short_removed: 81.905,
		short_credited: 82.075
	};
	for (const [formula, percent] of Object.entries(percents)) {
		await client.putQueue('formulas', { service_level: { formula } });
		const row = await day('formulas');
		expect(row).toMatchObject({ answered: 1000, abandoned: 60, short_abandoned: 10 });
		expect(row).toMatchObject({ answered_within: 860, abandoned_within: 20 });
		expect((row.service_level ?? 0) * 100).toBeCloseTo(percent, 3);
		const short = formula === 'short_removed' ? 10 : 0;
		expect(row.abandonment_rate).toBeCloseTo((60 - short) / (1060 - short), 12);
	}
	await client.putQueue('formulas', { service_level: { threshold_seconds: 0, formula: 'answered_only' } });
	expect((await day('formulas')).answered_within).toBe(41);
});

test('several queues and all are the sum of each, in the zone of the first', async () => {
	await client.putQueue('sum-b', { zone: 'America/New_York', service_level: { threshold_seconds: 60 } });
	await send('sum-a', [answered(0, 10), answered(900, 30), abandoned(1800, 4)]);
	await send('sum-b', [answered(0, 50), answered(3600, 90), abandoned(5400, 100)]);
	const both = await day('sum-a,sum-b');
	expect(both).toMatchObject({ offered: 6, answered: 4, abandoned: 2, short_abandoned: 1 });
	// Each within its own threshold: 10 of 20 s, and 50 of 60 s.
	expect(both).toMatchObject({ answered_within: 2, asa_seconds: 45, start: '2026-03-02T00:00:00+08:00' });
	expect(both).toMatchObject({ wait_p50_seconds: 40, longest_wait_answered_seconds: 90 });
	expect((await day('sum-a,sum-a')).offered).toBe(3);
	const turned = await client.load('sum-b,sum-a', 'from=2026-03-01&to=2026-03-02&grain=day');
	expect(turned).toMatchObject([{ start: '2026-03-01T00:00:00-05:00', offered: 6 }]);
	const all = await client.load('all', `from=2026-03-01&to=2026-03-04&grain=day`);
	const { queues } = await (await client.fetch('/queues')).json();
	let sum = 0;
	for (const { slug } of queues)
		for (const { offered } of await client.load(slug, 'from=2026-03-01&to=2026-03-04&grain=day'))
			sum += offered;
	expect(all.reduce((total, { offered }) => total + offered, 0)).toBe(sum);
});

test('a topic has its own rows; calls without one count only in all', async () => {
	await send('topics', [
		answered(0, 5, { topic: 'refund' }),
		answered(60, 15, { topic: '盗刷' }),
		abandoned(90, 30, { topic: '盗刷' }),
		answered(120, 25)
	]);
	expect(await day('topics')).toMatchObject({ offered: 4 });
	expect(await day('topics', '&topic=refund')).toMatchObject({ offered: 1, asa_seconds: 5 });
	expect(await day('topics', `&topic=${encodeURIComponent('盗刷')}`)).toMatchObject({
		offered: 2,
		abandoned: 1,
		longest_wait_abandoned_seconds: 30
	});
	expect(await day('topics', '&topic=nobody')).toMatchObject({ offered: 0, service_level: null });
});

test('load.csv has the rows of load, null as an empty cell', async () => {
	await send('table', [answered(0, 5), abandoned(3600, 12)]);
	const response = await client.fetch(`/queues/table/load.csv?${today}&grain=hour`);
	expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
	const [header = '', ...lines] = (await response.text()).trimEnd().split('\r\n');
	const rows = await client.load('table', `${today}&grain=hour`);
	expect(lines).toHaveLength(24);
	expect(header.split(',')).toEqual(Object.keys(rows[0] ?? {}));
	rows.forEach((row, i) => {
		const cells = Object.values(row).map((value) => (value === null ? '' : String(value)));
		expect(lines[i]?.split(',')).toEqual(cells);
	});
	const wrong = await client.fetch('/queues/table/load.csv?grain=year');
	expect(wrong.status).toBe(400);
});

test('a dry run says what would come of it and leaves nothing', async () => {
	const stored = [answered(0, 5, { source: 'dry' }), abandoned(60, 9, { source: 'dry' })];
	await send('dry', stored);
	const before = await day('dry');
	const records = [
		{ queue: 'dry', ...stored[0] },
		{ queue: 'dry', ...stored[1], ended_at: at(100) },
		{ queue: 'never-made', ...answered(0, 5), topic: 'never made' },
		{ queue: 'never-made', id: 'twin', source: 'one', enqueued_at: at(0) },
		{ queue: 'never-made', id: 'twin', source: 'other', enqueued_at: at(0) },
		{ queue: 'dry', id: 'bad' }
	];
	const { status, answer } = await client.send({ calls: records }, { query: 'dry_run=true' });
	expect(status).toBe(200);
	expect(answer).toMatchObject({ received: 6, created: 3, updated: 1, unchanged: 1, rejected: 1 });
	expect(await day('dry')).toEqual(before);
	expect((await client.fetch('/queues/never-made')).status).toBe(404);
	const { rejects } = await (await client.fetch('/rejects')).json();
	expect(rejects).toEqual([]);
});

test('a call that moves to another queue, day or topic counts there and no longer here', async () => {
	const call = answered(0, 40, { topic: 'first' });
	await send('here', [call, answered(10, 20)]);
	await send('there', [{ ...call, topic: 'second', revision: 1 }]);
	expect(await day('here')).toMatchObject({ offered: 1, longest_wait_answered_seconds: 20 });
	expect(await day('here', '&topic=first')).toMatchObject({ offered: 0 });
	expect(await day('there', '&topic=second')).toMatchObject({
		offered: 1,
		longest_wait_answered_seconds: 40
	});
	const later = { ...answered(86_400, 50), id: call.id, revision: 2 };
	await send('there', [later]);
	expect(await day('there')).toMatchObject({ offered: 0 });
	const [next] = await client.load('there', 'from=2026-03-03&to=2026-03-04&grain=day');
	expect(next).toMatchObject({ offered: 1, longest_wait_answered_seconds: 50 });
	await send('here', [call]);
	expect(await day('here')).toMatchObject({ offered: 1 });
});

test('a deleted call counts nowhere, in whatever order its records come', async () => {
	const calls = [
		answered(0, 10),
		answered(60, 300),
		abandoned(120, 70),
		{ id: 'waits', enqueued_at: at(180) }
	];
	const deletions = calls.map(({ id }) => ({ id, deleted: true }));
	await send('after', calls);
	expect(await day('after')).toMatchObject({ offered: 4, waiting: 1, longest_wait_answered_seconds: 300 });
	await send('after', deletions.slice(1, 2));
	expect(await day('after')).toMatchObject({ offered: 3, longest_wait_answered_seconds: 10 });
	await send('after', deletions);
	await send('after', calls);
	expect(await day('after')).toMatchObject({ offered: 0, asa_seconds: null });

	const own = (source: string, records: object[]) => records.map((record) => ({ ...record, source }));
	await send('before', own('early', deletions));
	await send('before', own('early', calls));
	await send('mixed', own('mixed', [...calls.slice(0, 2), ...deletions, ...calls.slice(2)]));
	expect(await day('before')).toMatchObject({ offered: 0 });
	expect(await day('mixed')).toMatchObject({ offered: 0 });
	const again = calls.map((call) => ({ ...call, revision: 1 }));
	await send('before', own('early', again));
	expect(await day('before')).toMatchObject({ offered: 4 });
});

test('who called the same queue in the 24 hours before is a repeat caller', async () => {
	const hour = 3600;
	const by = (caller: string, after: number) => abandoned(after, 5, { caller });
	const first = by('+86 138 0000 0001', 0);
	const exactlyADayLater = by('13800000001', 0);
	const rows = async () =>
		(await client.load('repeats', 'from=2026-03-02&to=2026-03-05&grain=day')).map(
			(row) => row.repeat_callers
		);
	await send('repeats', [first, by('+8613800000001', 24 * hour), by('+86-138-0000-0001', 48 * hour + 1)]);
	expect(await rows()).toEqual([0, 1, 0]);
	await send('other', [by('+8613800000001', hour)]);
	await send('repeats', [exactlyADayLater]);
	expect(await rows()).toEqual([0, 1, 0]);

	// A call that comes late, from between, makes a repeat of itself and of the one behind it.
	const late = by('+8613800000001', 30 * hour);
	await send('repeats', [late]);
	expect(await rows()).toEqual([0, 2, 1]);
	await send('repeats', [{ id: late.id, deleted: true }]);
	expect(await rows()).toEqual([0, 1, 0]);
	await send('repeats', [{ id: first.id, deleted: true }]);
	expect(await rows()).toEqual([0, 0, 0]);

	await send('no-numbers', [answered(0, 5)]);
	expect((await day('no-numbers')).repeat_callers).toBeNull();
});
