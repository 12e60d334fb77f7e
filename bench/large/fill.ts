import type { Database } from '#records/database.server.ts';
import { copyCalls } from '#records/copyCalls.server.ts';
import { sourceIds, topicIds } from '#records/names.server.ts';
import { createQueues, queueIds } from '#records/queues.server.ts';
import { RollupChanges } from '#rollups/changes.ts';
import { spanOf } from '#rollups/levels.ts';
import { writeRows } from '#rollups/rows.server.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { monthOf, pastCalls } from './pastCalls.ts';

/** Where it is afternoon while this runs: pages of the present day are to have one. */
const hoursEast = Math.min(14, 15 - new Date().getUTCHours());
export const zone = hoursEast < 0 ? `Etc/GMT+${-hoursEast}` : `Etc/GMT-${hoursEast}`;
const years = 10;
export const slugs = Array.from({ length: 20 }, (_, i) => `large-${i + 1}`);
const topics = ['invoice', 'delivery', 'account', 'complaint'];
/** For as long calls have topics: four times the rows of figures. */
const topicDays = 91;

const rowsAtOnce = 5000;

/**
 * Fills an empty database with about so many calls of ten years until now and their figures, by COPY; how many there
 * are.
 */
export async function fill(database: Database, count: number, now: number): Promise<number> {
	await createQueues(
		database,
		slugs.map((slug) => ({ slug, name: null })),
		{ zone, country: 'CN' }
	);
	const ids = await queueIds(database, slugs);
	const sourceId = (await sourceIds(database, ['large'])).get('large') ?? 0;
	const today = wallTime(zone, now).date;
	const past = pastCalls({
		seed: 'large',
		count,
		queueIds: [...ids.values()],
		sourceId,
		topicIds: [...(await topicIds(database, topics)).values()],
		topicsFromAt: dayStart(zone, addDays(today, -topicDays)),
		zone,
		untilDate: addDays(today, 1),
		untilAt: now,
		years
	});
	let calls = 0;
	for (const month of past) {
		calls += month.length;
		const changes = new RollupChanges();
		const copying = copyCalls(database.sql, month);
		for (const call of month)
			changes.add({ ...call, outcome: call.answeredAt === null ? 'abandoned' : 'answered' });
		await copying;
		const rows = changes.rows((_, level, at) => spanOf(level, zone, at));
		for (let at = 0; at < rows.length; at += rowsAtOnce)
			await writeRows(
				database.sql,
				rows.slice(at, at + rowsAtOnce).map(({ difference, ...row }) => ({ ...row, tally: difference }))
			);
		if (monthOf(zone, month).endsWith('-01'))
			console.error(`  filled until ${monthOf(zone, month)}: ${calls} calls`);
	}
	await database.sql`vacuum analyze call, rollup`;
	await database.sql`checkpoint`;
	return calls;
}
