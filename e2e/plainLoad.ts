import { Temporal } from 'temporal-polyfill';
import type { Call } from '#model/call.ts';
import type { Figures } from './differences.ts';

/**
 * The figures of load rows once more, straight from the calls and without anything of the product: filter, sort,
 * divide. Slow and plain, to hold the product's own against it (T 20 s, s 5 s, formula `strict`).
 */
export interface PlainRow {
	figures: Figures;
	/** The longer of the two waits that each percentile lies between. */
	longest: Figures;
}

const threshold = 20;
const short = 5;
const dayMs = 86_400_000;

/** Rows by month (`2026-03`), day (`2026-03-08`) and hour (`2026-03-08T01-05:00`) of a zone's wall time. */
export function plainRows(calls: Call[], zone: string): Map<string, PlainRow> {
	const parts = new Map<string, Call[]>();
	for (const call of calls) {
		const at = Temporal.Instant.fromEpochMilliseconds(call.enqueuedAt).toZonedDateTimeISO(zone);
		const wall = at.toPlainDateTime().toString();
		for (const key of [wall.slice(0, 7), wall.slice(0, 10), wall.slice(0, 13) + at.offset])
			pushTo(parts, key, call);
	}
	const repeats = repeatsAmong(calls);
	return new Map([...parts].map(([key, part]) => [key, plainRow(part, repeats)]));
}

function plainRow(calls: Call[], repeats: Set<Call>): PlainRow {
	const count = (...outcomes: Call['outcome'][]) =>
		calls.filter((call) => outcomes.includes(call.outcome)).length;
	const waits = (outcome: Call['outcome']) =>
		calls.filter((call) => call.outcome === outcome).map(waitSeconds);
	const answered = waits('answered');
	const abandoned = waits('abandoned');
	const both = [...answered, ...abandoned].sort((a, b) => a - b);
	const within = (list: number[], seconds: number) => list.filter((wait) => wait <= seconds).length;
	const handled = calls.filter((call) => call.outcome === 'answered' && talk(call) !== null);
	const sum = (list: number[]) => list.reduce((total, value) => total + value, 0);
	const talkSeconds = sum(handled.map((call) => talk(call) ?? 0));
	const holdSeconds = sum(handled.map((call) => call.holdSeconds ?? 0));
	const wrapSeconds = sum(handled.map((call) => call.wrapSeconds ?? 0));
	const [p50, p90] = [percentile(both, 0.5), percentile(both, 0.9)];
	const figures: Figures = {
		offered: calls.length,
		answered: answered.length,
		abandoned: abandoned.length,
		short_abandoned: within(abandoned, short),
		flowed_out: count('overflowed', 'timed_out', 'callback', 'voicemail'),
		rejected: count('rejected'),
		lost: count('lost'),
		waiting: count('waiting'),
		answered_within: within(answered, threshold),
		abandoned_within: within(abandoned, threshold),
		service_level: both.length ? within(answered, threshold) / both.length : null,
		abandonment_rate: both.length ? abandoned.length / both.length : null,
		longest_wait_answered_seconds: answered.length ? Math.max(...answered) : null,
		longest_wait_abandoned_seconds: abandoned.length ? Math.max(...abandoned) : null,
		talk_seconds: talkSeconds,
		hold_seconds: holdSeconds,
		wrap_seconds: wrapSeconds,
		repeat_callers: calls.some((call) => call.caller)
			? calls.filter((call) => repeats.has(call)).length
			: null,
		asa_seconds: answered.length ? sum(answered) / answered.length : null,
		aht_seconds: handled.length ? (talkSeconds + holdSeconds + wrapSeconds) / handled.length : null,
		wait_p50_seconds: p50.value,
		wait_p90_seconds: p90.value
	};
	return { figures, longest: { wait_p50_seconds: p50.upper, wait_p90_seconds: p90.upper } };
}

function waitSeconds({ enqueuedAt, answeredAt, endedAt }: Call): number {
	return ((answeredAt ?? endedAt ?? NaN) - enqueuedAt) / 1000;
}

function talk({ answeredAt, endedAt, talkSeconds, holdSeconds }: Call): number | null {
	if (talkSeconds !== null) return talkSeconds;
	if (answeredAt === null || endedAt === null) return null;
	return (endedAt - answeredAt) / 1000 - (holdSeconds ?? 0);
}

/** As PostgreSQL's `percentile_cont`: linear between the two ranks around. */
function percentile(sorted: number[], p: number): { value: number | null; upper: number | null } {
	const rank = (sorted.length - 1) * p;
	const lower = sorted[Math.floor(rank)];
	const upper = sorted[Math.ceil(rank)];
	if (lower === undefined || upper === undefined) return { value: null, upper: null };
	return { value: lower + (upper - lower) * (rank - Math.floor(rank)), upper };
}

/** Calls by a number that was seen in the 24 hours before. */
function repeatsAmong(calls: Call[]): Set<Call> {
	const byCaller = new Map<string, Call[]>();
	for (const call of calls) if (call.caller) pushTo(byCaller, call.caller, call);
	const repeats = calls.filter((call) =>
		(byCaller.get(call.caller ?? '') ?? []).some(
			({ enqueuedAt }) => enqueuedAt < call.enqueuedAt && enqueuedAt >= call.enqueuedAt - dayMs
		)
	);
	return new Set(repeats);
}

function pushTo(lists: Map<string, Call[]>, key: string, call: Call): void {
	const list = lists.get(key);
	if (list) list.push(call);
	else lists.set(key, [call]);
}
