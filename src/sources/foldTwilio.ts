import { readTwilio, type TwilioMoment } from './keptTwilio.ts';
import { firstFrom } from './nearest.ts';
import type { KeptEvent, Visit } from './source.ts';

/** The date on which a task came to its queue is in whole seconds, the event of it in milliseconds. */
const toleranceMs = 2_000;

/**
 * The visits of one task to one queue. Each begins where the task entered the queue; where that event was lost, on the
 * date that others carry for it, or else when the task was made. What happens belongs to the last visit begun before.
 */
export function foldTwilio(events: KeptEvent[]): Visit[] {
	const moments = events.map(readTwilio).filter((moment) => moment !== null);
	moments.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
	const caller =
		events
			.map((event) => event.caller)
			.filter((one) => one !== null)
			.sort()[0] ?? null;
	const begins = beginsOf(moments);
	const own = begins.map((): TwilioMoment[] => []);
	for (const moment of moments) own[placeOf(moment, begins)]?.push(moment);
	return begins.map((begin, i) => visitOf(begin, own[i] ?? [], begins[i + 1]?.at ?? Infinity, caller));
}

interface Begin {
	at: number;
	/** Known from the event itself. */
	isSeen: boolean;
}

/** In the order of time. */
function beginsOf(moments: TwilioMoment[]): Begin[] {
	const begins = moments.filter(isEntry).map(({ at }): Begin => ({ at, isSeen: true }));
	for (const moment of moments) {
		const { sinceAt } = moment;
		if (sinceAt === null || isEntry(moment)) continue;
		const place = firstFrom(begins, sinceAt - toleranceMs);
		const near = begins[place];
		if (near && near.at <= sinceAt + toleranceMs) continue;
		begins.splice(place, 0, { at: sinceAt, isSeen: false });
	}
	if (begins.length === 0 && moments.length > 0) {
		const at = moments.reduce(
			(least, moment) => Math.min(least, moment.createdAt ?? moment.at, moment.at),
			Infinity
		);
		begins.push({ at, isSeen: false });
	}
	return begins;
}

function isEntry({ kind }: Pick<TwilioMoment, 'kind'>): boolean {
	return kind === 'entered' || kind === 'voicemail';
}

/** An event with the date of its visit belongs there; another by its time, whatever is before the first to the first. */
function placeOf({ at, sinceAt, kind }: TwilioMoment, begins: Begin[]): number {
	const last = Math.max(0, firstFrom(begins, at + 1) - 1);
	if (sinceAt === null || isEntry({ kind })) return last;
	const near = firstFrom(begins, sinceAt - toleranceMs);
	return near < begins.length ? near : last;
}

function visitOf(begin: Begin, moments: TwilioMoment[], nextAt: number, caller: string | null): Visit {
	const after = (kind: TwilioMoment['kind'], from: number) =>
		moments.filter((moment) => moment.kind === kind && moment.at >= from);
	const accepted = after('accepted', begin.at)[0];
	const visit: Visit = {
		enqueuedAt: begin.at,
		answeredAt: null,
		endedAt: null,
		outcome: 'waiting',
		talkSeconds: null,
		wrapSeconds: null,
		agent: null,
		caller,
		whole: false,
		unended: false
	};
	if (moments.some(({ kind }) => kind === 'voicemail')) return ended(visit, 'voicemail', begin.at, begin);
	if (accepted) {
		const wrapup = after('wrapup', accepted.at).at(-1);
		const completed = after('completed', accepted.at).at(-1);
		const left = after('canceled', accepted.at)[0] ?? after('moved', accepted.at)[0];
		const next = nextAt === Infinity ? null : nextAt;
		const endedAt = wrapup?.at ?? completed?.at ?? left?.at ?? next;
		return {
			...visit,
			answeredAt: accepted.at,
			endedAt,
			outcome: 'answered',
			agent: accepted.agent,
			talkSeconds: endedAt === null ? null : Math.round((endedAt - accepted.at) / 1000),
			wrapSeconds: wrapup && completed ? Math.max(0, Math.round((completed.at - wrapup.at) / 1000)) : null,
			whole: begin.isSeen && completed !== undefined,
			unended: endedAt === null
		};
	}
	const canceled = after('canceled', begin.at)[0];
	if (canceled) return ended(visit, 'abandoned', canceled.at, begin);
	const timedOut = after('timed_out', begin.at)[0];
	if (timedOut) return ended(visit, 'timed_out', timedOut.at, begin);
	// In the instant of the entry, it tells of the move to here.
	const moved = after('moved', begin.at + 1)[0];
	if (moved) return ended(visit, 'overflowed', moved.at, begin);
	if (nextAt !== Infinity) return ended(visit, 'overflowed', nextAt, begin);
	// An agent has finished it, whose acceptance was never told: how long the caller waited is not known.
	const completed = after('completed', begin.at)[0] ?? after('wrapup', begin.at)[0];
	return completed ? ended(visit, 'lost', completed.at, begin) : { ...visit, unended: true };
}

function ended(visit: Visit, outcome: Visit['outcome'], endedAt: number, { isSeen }: Begin): Visit {
	return { ...visit, outcome, endedAt, whole: isSeen && outcome !== 'lost' };
}
