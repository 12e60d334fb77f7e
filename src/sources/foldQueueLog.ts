import { readKept, type Complete, type Connect, type Entry, type Leave } from './keptQueueLog.ts';
import { isNear, takeNearest } from './nearest.ts';
import type { KeptEvent, Visit } from './source.ts';

/** Log and clock both count whole seconds, so the same instant told twice differs by up to two. */
const tolerance = 2;
/** A clock that is set during a call moves its end against its begin. */
const clockStep = 30;
const longestMs = 14 * 86_400_000;

/**
 * One caller's visits in one queue. Every end tells how long the caller had waited and talked, so it finds its
 * ENTERQUEUE by its place in time and not by the order of the lines; where that was never seen, it is reckoned back
 * from the end (the rule of Wazo's call statistics for calls across a rotation).
 * Wait and talk are Asterisk's own figures where it gives them.
 */
export function foldQueueLog(events: KeptEvent[], restarts: number[]): Visit[] {
	const { entries, connects, completes, leaves, wraps } = readKept(events);
	const parts = [...answeredParts(connects, completes), ...leftParts(leaves)];
	parts.sort((a, b) => a.startAt - b.startAt || a.at - b.at);
	const visits: Visit[] = [];
	for (const part of withEntries(parts, entries)) visits.push(visitOf(part));
	for (const leave of leaves) {
		const entry = isBare(leave) ? lastBefore(entries, leave.at) : null;
		if (entry) visits.push(visitOf({ ...leave, startAt: entry.at, entry, wait: leave.at - entry.at }));
	}
	for (const entry of stillOpen(entries)) visits.push(waiting(entry));
	visits.sort((a, b) => a.enqueuedAt - b.enqueuedAt || (a.endedAt ?? Infinity) - (b.endedAt ?? Infinity));
	for (const { at, seconds } of wraps) {
		const talked = visits.findLast(
			({ answeredAt }) => answeredAt !== null && answeredAt <= (at + tolerance) * 1000
		);
		if (talked) talked.wrapSeconds = seconds;
	}
	return visits.map((visit, i) => closed(visit, visits[i + 1], restarts));
}

/** What the events after ENTERQUEUE say of one visit. Seconds. */
type Part = Answered | (Leave & { startAt: number; entry: Entry | null });

interface Answered {
	startAt: number;
	/** Of its last event. */
	at: number;
	entry: Entry | null;
	agent: string | null;
	hold: number;
	/** null: still talking. */
	talk: number | null;
}

function answeredParts(connects: Connect[], completes: Complete[]): Answered[] {
	const parts: Answered[] = [];
	for (const one of completes) {
		if (isSecondCopy(one, completes, one.hold + one.talk, (other) => other.talk === one.talk)) continue;
		const answeredAt = one.at - one.talk;
		const fits = (connect: Connect) => Math.abs(connect.hold - one.hold) <= 1 && connect.at <= one.at + 1;
		const connect =
			takeNearest(connects, answeredAt, tolerance, fits) ??
			takeNearest(connects, answeredAt, clockStep, (other) => fits(other) && other.agent === one.agent);
		const { agent, hold, at, talk } = one;
		const startAt = connect ? connect.at - connect.hold : answeredAt - hold;
		parts.push({ startAt, at, entry: null, agent: connect?.agent ?? agent, hold, talk });
		one.taken = true;
	}
	for (const one of connects) {
		if (one.taken || isSecondCopy(one, connects, one.hold, () => true)) continue;
		const { agent, hold, at } = one;
		parts.push({ startAt: at - hold, at, entry: null, agent, hold, talk: null });
		one.taken = true;
	}
	return parts;
}

/**
 * The same event from another carrier, file or table, whose clock was rounded differently: two visits that took longer
 * than this cannot lie so close to each other.
 */
function isSecondCopy<T extends Connect>(
	one: T,
	all: T[],
	seconds: number,
	same: (other: T) => boolean
): boolean {
	return (
		seconds > 1 &&
		isNear(
			all,
			one.at,
			1,
			(other) =>
				other !== one && other.taken && other.agent === one.agent && other.hold === one.hold && same(other)
		)
	);
}

function leftParts(leaves: Leave[]): Part[] {
	const counted = leaves.filter((leave) => !isBare(leave)).map((leave) => ({ ...leave, taken: false }));
	const parts: Part[] = [];
	for (const one of counted) {
		const wait = one.wait ?? 0;
		const copy = (other: typeof one) =>
			other.taken && other.outcome === one.outcome && other.wait === one.wait;
		if (wait > 1 && isNear(counted, one.at, 1, copy)) continue;
		one.taken = true;
		parts.push({ at: one.at, outcome: one.outcome, wait, startAt: one.at - wait, entry: null });
	}
	return parts;
}

/** An end that does not say when its visit began. A call that was not let in began and ended at once. */
function isBare({ wait, outcome }: Leave): boolean {
	return wait === null && outcome !== 'rejected';
}

function withEntries(parts: Part[], entries: Entry[]): Part[] {
	for (const within of [tolerance, clockStep])
		for (const part of parts)
			part.entry ??= takeNearest(entries, part.startAt, within, ({ at }) => at <= part.at + 1);
	return parts;
}

function lastBefore(entries: Entry[], at: number): Entry | null {
	const entry = entries.findLast((one) => !one.taken && one.at <= at && (at - one.at) * 1000 <= longestMs);
	if (entry) entry.taken = true;
	return entry ?? null;
}

/** Entries that nothing has ended. Dialplans may write one of their own just before Asterisk's: the last one counts. */
function stillOpen(entries: Entry[]): Entry[] {
	const open: Entry[] = [];
	for (const entry of entries.toReversed()) {
		if (entry.taken || isNear(entries, entry.at, 1, (other) => other !== entry && other.taken)) continue;
		entry.taken = true;
		open.push(entry);
	}
	return open;
}

function visitOf(part: Part): Visit {
	const enqueuedAt = (part.entry ?? { at: part.startAt }).at * 1000;
	const { caller = null } = part.entry ?? {};
	const shared = { enqueuedAt, caller, wrapSeconds: null, whole: part.entry !== null };
	if (!('hold' in part)) {
		const endedAt = enqueuedAt + (part.wait ?? 0) * 1000;
		const { outcome } = part;
		return { ...shared, answeredAt: null, endedAt, outcome, agent: null, talkSeconds: null, unended: false };
	}
	const { agent, hold, talk } = part;
	const answeredAt = enqueuedAt + hold * 1000;
	const endedAt = talk === null ? null : Math.max(part.at * 1000, answeredAt);
	const outcome = 'answered' as const;
	return { ...shared, answeredAt, endedAt, outcome, agent, talkSeconds: talk, unended: talk === null };
}

function waiting({ at, caller }: Entry): Visit {
	return {
		enqueuedAt: at * 1000,
		answeredAt: null,
		endedAt: null,
		outcome: 'waiting',
		agent: null,
		caller,
		talkSeconds: null,
		wrapSeconds: null,
		whole: false,
		unended: true
	};
}

/** A visit without an end of its own is over when the caller comes again, or when Asterisk was started again. */
function closed(visit: Visit, next: Visit | undefined, restarts: number[]): Visit {
	if (!visit.unended) return visit;
	const seenAt = visit.answeredAt ?? visit.enqueuedAt;
	const endedAt = next ? Math.max(next.enqueuedAt, seenAt) : restarts.find((at) => at > seenAt);
	if (endedAt === undefined) return visit;
	const outcome = visit.answeredAt === null ? 'lost' : visit.outcome;
	return { ...visit, outcome, endedAt: Math.min(endedAt, visit.enqueuedAt + longestMs) };
}
