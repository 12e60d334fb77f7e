import type { Database } from '#records/database.server.ts';
import { changeBetween, offsetMs } from '#time/offsets.ts';
import { allTopics } from './changes.ts';
import { levels } from './levels.ts';

const hourMs = 3_600_000;
/** Shorter than any time for which a clock is changed (Ramadan). */
const stepMs = 7 * 24 * hourMs;

/**
 * The calls of a queue by hour of the clock on the wall, counted from its 1970-01-01 00:00 (day × 24 + hour): hours with
 * calls only, from an instant to another, in no order. An hour that the clock shows twice is one.
 */
export async function readHours(
	{ sql }: Pick<Database, 'sql'>,
	{ id, queue: { zone } }: { id: number; queue: { zone: string } },
	fromAt: number,
	toAt: number
): Promise<{ hour: number; offered: number }[]> {
	const [first, ...others] = offsetSpans(zone, fromAt, toAt);
	if (!first) return [];
	// Numbers in the statement: with parameters PostgreSQL cannot know how few rows these are.
	const offset = others.reduceRight(
		(later, { startAt }, i) =>
			`case when start_at < to_timestamp(${startAt}::float8 / 1000) then ${[first, ...others][i]?.offset} else ${later} end`,
		String(others.at(-1)?.offset ?? first.offset)
	);
	return sql.unsafe<{ hour: number; offered: number }[]>(
		`select floor((extract(epoch from start_at) * 1000 + ${offset}) / ${hourMs})::int "hour",
			sum(answered + abandoned + overflowed + timed_out + callback + voicemail + rejected + lost + waiting)::int offered
		from rollup
		where queue_id = $1 and level = ${levels.hour} and topic_id = ${allTopics}
			and start_at >= to_timestamp($2::float8 / 1000) and start_at < to_timestamp($3::float8 / 1000)
		group by 1`,
		[id, fromAt, toAt]
	);
}

/** Where the zone's clock has been how far from UTC. */
function offsetSpans(
	zone: string,
	fromAt: number,
	toAt: number
): { startAt: number; endAt: number; offset: number }[] {
	const spans = [{ startAt: fromAt, endAt: toAt, offset: offsetMs(zone, fromAt) }];
	for (let at = fromAt; at < toAt; at += stepMs) {
		const changedAt = changeBetween(zone, at, Math.min(at + stepMs, toAt));
		const last = spans.at(-1);
		if (changedAt === null || changedAt >= toAt || !last) continue;
		last.endAt = changedAt;
		spans.push({ startAt: changedAt, endAt: toAt, offset: offsetMs(zone, changedAt) });
	}
	return spans;
}
