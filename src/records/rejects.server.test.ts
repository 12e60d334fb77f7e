import { expect, test } from 'vitest';
import { RejectKeeper } from './keepRejects.server.ts';
import { readRejects } from './readRejects.server.ts';
import {
	countRejects,
	dropOldRejects,
	listRejects,
	type KeptReject,
	type RejectFilter
} from './rejects.server.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const database = await testDatabase();
const now = Date.UTC(2026, 2, 31, 12);
const dayMs = 86_400_000;
const all: RejectFilter = { source: null, format: null, code: null, fromAt: null, toAt: null };

const rejects = (source: string, count: number, rest: Partial<KeptReject> = {}): KeptReject[] =>
	Array.from({ length: count }, (_, i) => ({
		line: i + 1,
		id: null,
		field: null,
		code: 'not_json',
		message: 'no JSON',
		text: 'x'.repeat(100),
		source,
		format: 'ndjson',
		receivedAt: now,
		...rest
	}));

/** Of each source so many as are kept. */
async function kept(): Promise<Record<string, number>> {
	const counts = await countRejects(database, all);
	return Object.fromEntries(counts.map(({ source, rejects }) => [source ?? '', rejects]));
}

test('one sender of rubbish loses its oldest rejects, and costs the others none', async () => {
	const step = { rejects: 10, characters: 100_000 };
	const keeper = new RejectKeeper(database, {
		ofSource: { rejects: 50, bytes: 1_000_000 },
		all: { bytes: 1_000_000 },
		step
	});
	await keeper.keep(rejects('quiet', 3, { code: 'required' }));
	for (let i = 0; i < 30; i++) await keeper.keep(rejects('loud', 7, { line: i }));
	const { quiet, loud } = await kept();
	expect(quiet).toBe(3);
	expect(loud).toBeGreaterThanOrEqual(50);
	expect(loud).toBeLessThan(50 + step.rejects);
	const [latest] = await listRejects(database, { ...all, source: 'loud' }, { before: null, limit: 1 });
	expect(latest?.line).toBe(29);
});

test('long texts are bounded by their bytes, of one source and of all', async () => {
	const bounds = { ofSource: { rejects: 1000, bytes: 5_000 }, all: { bytes: 8_000 } };
	const keeper = new RejectKeeper(database, { ...bounds, step: { rejects: 1, characters: 1 } });
	await keeper.keep(rejects('long', 20, { text: '\u652f'.repeat(200) }));
	// 600 bytes each.
	expect((await kept()).long).toBe(8);
	await keeper.keep(rejects('longer', 8, { text: 'x'.repeat(600) }));
	const { long = 0, longer = 0 } = await kept();
	expect([longer, long]).toEqual([8, 5]);
});

test('a filter finds what it says, in pages and as a whole', async () => {
	const early = { receivedAt: now - 5 * dayMs, format: 'csv', code: 'empty' as const };
	await new RejectKeeper(database).keep(rejects('pbx', 4, early).concat(rejects('pbx', 3)));
	const lines = async (filter: Partial<RejectFilter>, before: number | null = null) =>
		(await listRejects(database, { ...all, ...filter, source: 'pbx' }, { before, limit: 3 })).map(
			({ line }) => line
		);
	expect(await lines({})).toEqual([3, 2, 1]);
	const page = await listRejects(database, { ...all, source: 'pbx' }, { before: null, limit: 3 });
	expect(await lines({}, page.at(-1)?.id)).toEqual([4, 3, 2]);
	expect(await lines({ format: 'csv' })).toEqual([4, 3, 2]);
	expect(await lines({ code: 'not_json' })).toEqual([3, 2, 1]);
	expect(await lines({ toAt: now - dayMs })).toEqual([4, 3, 2]);
	expect(await lines({ fromAt: now, toAt: now })).toEqual([]);
	const read: number[] = [];
	for await (const rows of readRejects(database, { ...all, source: 'pbx' }))
		read.push(...rows.map(({ line }) => line));
	expect(read).toEqual([1, 2, 3, 4, 1, 2, 3]);
});

test('what is old is dropped', async () => {
	await new RejectKeeper(database).keep(rejects('old', 2, { receivedAt: now - 31 * dayMs }));
	expect(await dropOldRejects(database, 30, now)).toBe(2);
	expect(await kept()).not.toHaveProperty('old');
});
