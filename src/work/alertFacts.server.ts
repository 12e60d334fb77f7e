import { expectedOfForecast, expectedOfLikeDays } from '#analysis/alerts/expectedLoad.ts';
import type { AlertFacts, AlertLoad, AlertShare } from '#analysis/alerts/judgeAlert.ts';
import { furthestDays, likeDays } from '#analysis/likeDays.ts';
import type { LineState } from '#analysis/liveWait/liveLine.ts';
import type { AlertSettings } from '#model/alert.ts';
import { exampleDays } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import { readKept } from '#records/keptForecasts.server.ts';
import { levelParts, withinThreshold } from '#rollups/loadRow.ts';
import { readTallies } from '#rollups/read.server.ts';
import { readCounts } from '#rollups/readCounts.server.ts';
import { emptyTally, offered } from '#rollups/tally.ts';
import { dayNumber } from '#time/dates.ts';
import { openSince } from '#time/serviceHours.ts';
import { addDays, dayStart, instantOf, wallTime } from '#time/zone.ts';
import type { DatedQueue } from './datedQueues.server.ts';

const quarterMs = 900_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
/** Where calls are told of only when they are over, those of the last half hour are still to come. */
const lateMs = 2 * quarterMs;

interface Known {
	now: number;
	line: LineState | null;
	/** When each source last sent something, ms. */
	lastRecords: Map<string, number>;
}

/** What a rule of a queue is judged by. */
export async function alertFacts(
	database: Pick<Database, 'sql' | 'db'>,
	dated: DatedQueue,
	settings: AlertSettings,
	{ now, line, lastRecords }: Known
): Promise<AlertFacts> {
	const { kind, source } = settings;
	const hasShare = kind === 'service_level' || kind === 'abandonment';
	return {
		now,
		line,
		share: hasShare ? await readShare(database, dated, settings, now) : null,
		load: kind === 'load' ? await readLoad(database, dated, { now, line }) : null,
		lastRecordAt: source === null ? null : (lastRecords.get(source) ?? null),
		openSinceAt: kind === 'no_records' ? openSince(dated.queue, now) : null
	};
}

/** Of the whole quarter hours of the rule's window and the one that runs. */
async function readShare(
	database: Pick<Database, 'sql' | 'db'>,
	dated: DatedQueue,
	{ kind, window_seconds: seconds }: AlertSettings,
	now: number
): Promise<AlertShare> {
	const runningAt = Math.floor(now / quarterMs) * quarterMs;
	const fromAt = runningAt - (seconds ?? 0) * 1000;
	const [tally = emptyTally()] = await readTallies(
		database,
		[dated],
		[{ startAt: fromAt, endAt: runningAt + quarterMs }]
	);
	const level = dated.queue.service_level;
	const within = withinThreshold(tally, level);
	if (kind === 'service_level') {
		const { numerator, denominator } = levelParts(tally, level, within);
		return { above: numerator, below: denominator, fromAt, toAt: now };
	}
	const gone = tally.abandoned - (level.formula === 'short_removed' ? within.shortAbandoned : 0);
	return { above: gone, below: tally.answered + gone, fromAt, toAt: now };
}

/** Of the last whole hour, to the quarter; earlier where records come late. */
async function readLoad(
	database: Pick<Database, 'sql' | 'db'>,
	dated: DatedQueue,
	{ now, line }: Pick<Known, 'now' | 'line'>
): Promise<AlertLoad> {
	const isPrompt = line?.feed === 'live' || line?.feed === 'silent';
	const toAt = Math.floor((isPrompt ? now : now - lateMs) / quarterMs) * quarterMs;
	const fromAt = toAt - hourMs;
	const [tally = emptyTally()] = await readTallies(database, [dated], [{ startAt: fromAt, endAt: toAt }]);
	const calls = offered(tally);
	// No calls in late records: whether there were none, or they are still to come, nobody knows.
	if (!isPrompt && calls === 0) return { calls, expected: null, fromAt, toAt };
	return { calls, expected: await expectedCalls(database, dated, fromAt, toAt), fromAt, toAt };
}

type Expected = AlertLoad['expected'];
const kept = new WeakMap<DatedQueue, { toAt: number; expected: Promise<Expected> }>();

/** What is expected of an hour does not change while it is looked at again and again. */
function expectedCalls(
	database: Pick<Database, 'sql' | 'db'>,
	dated: DatedQueue,
	fromAt: number,
	toAt: number
): Promise<Expected> {
	const known = kept.get(dated);
	if (known?.toAt === toAt) return known.expected;
	const expected = readExpected(database, dated, fromAt, toAt);
	kept.set(dated, { toAt, expected });
	expected.catch(() => kept.delete(dated));
	return expected;
}

async function readExpected(
	database: Pick<Database, 'sql' | 'db'>,
	{ id, queue }: DatedQueue,
	fromAt: number,
	toAt: number
): Promise<Expected> {
	const { zone, calendar } = queue;
	const parts = Array.from({ length: 4 }, (_, i) => {
		const { date, hour } = wallTime(zone, fromAt + i * quarterMs);
		return { date, hour, part: 1 / 4 };
	});
	const days = parts.map(({ date }) => dayNumber(date));
	const forecasts = (await readKept(database, id, Math.min(...days), Math.max(...days) + 1)).filter(
		({ ahead }) => ahead > 0
	);
	const forecast = expectedOfForecast(parts, (date) => {
		const said = forecasts.find(({ day }) => day === dayNumber(date));
		return said ? { calls: said.calls.offpeak, p10: said.p10, p90: said.p90 } : null;
	});
	if (forecast) return forecast;
	const { date, hour, minute } = wallTime(zone, toAt - quarterMs);
	const range = { fromAt: toAt - furthestDays * dayMs, toAt };
	const isExample = await exampleDays(database, [id], zone, range);
	const like = likeDays(calendar, date, { isExample });
	const spans = like.map((day) => ({
		startAt: dayStart(zone, day),
		endAt: dayStart(zone, addDays(day, 1))
	}));
	const [countOf = () => 0] = await readCounts(database, [{ id }], spans);
	const sumOf = (startAt: number, endAt: number) => {
		let sum = 0;
		for (let at = startAt; at < endAt; at += quarterMs) sum += countOf(at);
		return sum;
	};
	// Days before the queue's first call are no examples.
	const oldest = spans.findLastIndex(({ startAt, endAt }) => sumOf(startAt, endAt) > 0);
	return expectedOfLikeDays(
		like.slice(0, oldest + 1).map((day) => {
			const endAt = instantOf(zone, day, hour * 60 + minute - (minute % 15) + 15);
			return sumOf(endAt - hourMs, endAt);
		})
	);
}
