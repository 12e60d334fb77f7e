import { randomLcg } from 'd3';
import { describe, expect, test } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { putQueue, type StoredQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { intervals } from '#time/intervals.ts';
import { dayStart } from '#time/zone.ts';
import { applyChanges } from './applyChanges.server.ts';
import { RollupChanges } from './changes.ts';
import { spanOf } from './levels.ts';
import { addHour, emptyPool } from './pool.ts';
import { readTallies } from './read.server.ts';
import { readPools } from './readPools.server.ts';
import { emptyTally, offered } from './tally.ts';
import { quantileMs, sameWaits, waitsTotal } from './waits.ts';

const database = await testDatabase();
const random = randomLcg(4);
const between = (least: number, most: number) => least + Math.floor(random() * (most - least));

/** A week around the night in which the zone's clocks change. */
async function filledQueue(zone: string, fromDay: string): Promise<StoredQueue> {
	const stored = await putQueue(database, defaultQueue(zone.toLowerCase(), { zone, country: 'AU' }));
	for (let batch = 0; batch < 12; batch++) {
		const changes = new RollupChanges();
		for (let i = 0; i < 60; i++) {
			const enqueuedAt = dayStart(zone, fromDay) + between(0, 7 * 86_400) * 1000;
			changes.add({
				queueId: stored.id,
				topicId: null,
				enqueuedAt,
				answeredAt: i % 4 === 0 ? null : enqueuedAt + between(0, 600_000),
				endedAt: enqueuedAt + 700_000,
				outcome: i % 4 === 0 ? 'abandoned' : 'answered',
				talkSeconds: null,
				holdSeconds: 3,
				wrapSeconds: null,
				caller: null,
				repeat: false
			});
		}
		await applyChanges(
			database.sql,
			changes.rows((_, level, at) => spanOf(level, zone, at))
		);
	}
	return stored;
}

describe('readPools', () => {
	test.each([
		{ zones: ['Asia/Shanghai'], day: '2026-03-02' },
		{ zones: ['Australia/Lord_Howe'], day: '2026-04-02' },
		{ zones: ['America/New_York', 'Asia/Kathmandu'], day: '2026-10-29' }
	])('of $zones are the sums of their hours', async ({ zones, day }) => {
		const queues = [];
		for (const zone of zones) queues.push(await filledQueue(zone, day));
		const zone = zones[0] ?? '';
		const from = dayStart(zone, day);
		const hours = intervals(zone, from, from + 7 * 86_400_000, 'hour');
		const places = hours.map((_, i) => i % 5);
		const { pools: found, called } = await readPools(database, queues, hours, places, {
			count: 6,
			namedFrom: 3
		});
		const wanted = Array.from({ length: 6 }, emptyPool);
		const tallies = await readTallies(database, queues, hours);
		tallies.forEach((tally, i) => addHour(wanted[places[i] ?? 0] ?? emptyPool(), tally));
		const named = hours.flatMap((_, i) =>
			(places[i] ?? 0) >= 3 && offered(tallies[i] ?? emptyTally()) > 0 ? [i] : []
		);
		expect([...called].sort((a, b) => a - b)).toEqual(named);
		expect(named.length).toBeGreaterThan(20);
		expect(waitsTotal(wanted[0]?.tally.waits ?? emptyPool().tally.waits)).toBeGreaterThan(50);
		wanted.forEach(({ tally: { waits, ...sums }, ...pool }, i) => {
			const { tally, ...got } = found[i] ?? emptyPool();
			expect(got).toEqual(pool);
			expect({ ...tally, waits: null }).toEqual({ ...sums, waits: null });
			expect(sameWaits(tally.waits, waits)).toBe(true);
			expect(quantileMs(tally.waits, 0.9)).toBe(quantileMs(waits, 0.9));
		});
	});

	test('of no hours are empty', async () => {
		const nothing = { pools: [emptyPool(), emptyPool()], called: new Set() };
		expect(await readPools(database, [], [], [], { count: 2 })).toEqual(nothing);
	});
});
