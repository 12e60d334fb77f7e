import type { Statements } from '#records/statements.ts';
import { allTopics, keyOf } from './changes.ts';
import { levels, levelsOfDay, type RollupLevel } from './levels.ts';
import type { RollupRow } from './rows.server.ts';
import { emptyTally, longer, mergeTally, type Tally } from './tally.ts';
import { addToBin } from './waits.ts';

/** A range of one queue's time, from local midnight to local midnight. */
export interface QueueRange {
	queueId: number;
	fromAt: number;
	toAt: number;
}

/**
 * The rollup rows of a range, up to days, as they must be, counted from the calls by the database: a second account of every
 * figure, which shares no code with the one that keeps them up to date. By `keyOf`.
 *
 * @param startOf where the row of a level around an instant of the queue begins
 */
export async function recount(
	sql: Statements,
	range: QueueRange,
	startOf: (level: RollupLevel, at: number) => number
): Promise<Map<string, RollupRow>> {
	const rows = new Map<string, RollupRow>();
	const tallyAt = (level: RollupRow['level'], topicId: number, startAt: number): Tally => {
		const key = { queueId: range.queueId, level, topicId, startAt };
		const row = rows.get(keyOf(key)) ?? { ...key, tally: emptyTally() };
		rows.set(keyOf(key), row);
		return row.tally;
	};
	for (const counted of await countCalls(sql, range)) {
		const tally = toTally(counted);
		for (const topicId of counted.topicId === null ? [allTopics] : [allTopics, counted.topicId]) {
			mergeTally(tallyAt(levels.quarter, topicId, counted.startAt), tally);
			for (const level of levelsOfDay)
				mergeTally(tallyAt(level, topicId, startOf(level, counted.startAt)), tally);
		}
	}
	return rows;
}

/** Calls of one quarter hour, topic, outcome and wait bin. */
interface CountedCalls {
	topicId: number | null;
	startAt: number;
	outcome:
		| 'waiting'
		| 'answered'
		| 'abandoned'
		| 'overflowed'
		| 'timed_out'
		| 'callback'
		| 'voicemail'
		| 'rejected'
		| 'lost';
	bin: number | null;
	calls: number;
	waitMs: number;
	longestMs: number | null;
	splitSeconds: number;
	withCaller: number;
	repeatCallers: number;
	handled: number;
	talkSeconds: number;
	holdSeconds: number;
	wrapSeconds: number;
}

function toTally(counted: CountedCalls): Tally {
	const tally = emptyTally();
	const { outcome, calls, bin } = counted;
	tally[outcome === 'timed_out' ? 'timedOut' : outcome] = calls;
	tally.withCaller = counted.withCaller;
	tally.repeatCallers = counted.repeatCallers;
	if (outcome !== 'answered' && outcome !== 'abandoned') return tally;
	tally.splitSeconds = counted.splitSeconds;
	if (bin !== null) addToBin(tally.waits, bin, outcome, calls);
	if (outcome === 'abandoned') return { ...tally, longestAbandonedMs: longer(null, counted.longestMs) };
	const { handled, talkSeconds, holdSeconds, wrapSeconds } = counted;
	return {
		...tally,
		answeredWaitMs: counted.waitMs,
		longestAnsweredMs: longer(null, counted.longestMs),
		handled,
		talkSeconds,
		holdSeconds,
		wrapSeconds
	};
}

function countCalls(sql: Statements, { queueId, fromAt, toAt }: QueueRange): Promise<CountedCalls[]> {
	return sql<CountedCalls[]>`
		with counted as (
			select topic_id, floor(extract(epoch from enqueued_at) / 900)::bigint * 900000 start_at, outcome, talk_seconds,
				coalesce(hold_seconds, 0) hold_seconds, coalesce(wrap_seconds, 0) wrap_seconds, caller,
				extract(epoch from ended_at - answered_at) connected_seconds,
				(extract(epoch from case outcome when 'answered' then answered_at when 'abandoned' then ended_at end
					- enqueued_at) * 1000)::int wait_ms,
				caller is not null and exists (select from call before where before.queue_id = call.queue_id
					and before.caller = call.caller and before.enqueued_at < call.enqueued_at
					and before.enqueued_at >= call.enqueued_at - interval '24 hours') is_repeat
			from call
			where queue_id = ${queueId} and outcome <> 'deleted'
				and enqueued_at >= to_timestamp(${fromAt}::float8 / 1000) and enqueued_at < to_timestamp(${toAt}::float8 / 1000)
		), handled as (
			select *, ${sql.unsafe(waitBinSql)} bin,
				outcome = 'answered' and (talk_seconds is not null or connected_seconds is not null) is_handled,
				coalesce(talk_seconds, greatest(0, round(connected_seconds) - hold_seconds)) talked_seconds
			from counted
		)
		select topic_id "topicId", start_at "startAt", outcome, bin, count(*) calls, coalesce(sum(wait_ms), 0)::bigint "waitMs",
			max(wait_ms) "longestMs", count(*) filter (where wait_ms % 1000 <> 0) "splitSeconds", count(caller) "withCaller",
			count(*) filter (where is_repeat) "repeatCallers", count(*) filter (where is_handled) handled,
			coalesce(sum(talked_seconds) filter (where is_handled), 0)::bigint "talkSeconds",
			coalesce(sum(hold_seconds) filter (where is_handled), 0)::bigint "holdSeconds",
			coalesce(sum(wrap_seconds) filter (where is_handled), 0)::bigint "wrapSeconds"
		from handled group by topic_id, start_at, outcome, bin`;
}

/** `waitBin` of waits.ts in SQL. The doubling of 120 s that a wait lies in is the place of the highest bit. */
const doublingSql = `(32 - position('1' in ((wait_ms - 1) / 120000)::bit(32)::text))`;
const waitBinSql = `case when wait_ms <= 120000 then ceil(wait_ms / 1000.0)::int
	else least(1800, 120 + 120 * ${doublingSql}
		+ ceil((wait_ms - 120000 * 2 ^ ${doublingSql}) / (1000 * 2 ^ ${doublingSql}))::int) end`;
