import { exponential, lognormal } from '#analysis/simulation/distributions.ts';
import { seededRandom } from '#analysis/simulation/random.ts';
import type { CallRow } from '#records/calls.server.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';

export interface PastOptions {
	seed: string;
	/** About so many calls. */
	count: number;
	queueIds: number[];
	sourceId: number;
	zone: string;
	/** The day after the last one. */
	untilDate: string;
	/** No call is later. */
	untilAt: number;
	/** Why people call, by id; for calls from an instant on. */
	topicIds: number[];
	topicsFromAt: number;
	years: number;
}

/** How many calls come in each hour of the day, beside each other; closed from 22 to 7. */
const hours = [0, 0, 0, 0, 0, 0, 0, 2, 6, 10, 11, 9, 6, 6, 8, 8, 7, 6, 4, 3, 2, 1, 0, 0];
/** Monday first. */
const weekdays = [1.3, 1.1, 1, 1, 0.9, 0.4, 0.3];
const wait = exponential(45);
const talk = lognormal(240, 0.8);

/**
 * A seeded past of several years, month by month in the order of time: each year has twice the calls of the one before,
 * as a line that grows has them.
 */
export function* pastCalls(options: PastOptions): Generator<CallRow[]> {
	const { seed, count, queueIds, sourceId, topicIds, zone, untilDate, untilAt, years } = options;
	const random = seededRandom(seed);
	const days = years * 365;
	const weights = Array.from({ length: days }, (_, day) => {
		const date = addDays(untilDate, day - days);
		return { date, weight: 2 ** (day / 365) * (weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 0) };
	});
	const perWeight = count / weights.reduce((sum, { weight }) => sum + weight, 0);
	const hourSum = hours.reduce((sum, hour) => sum + hour, 0);
	let month: CallRow[] = [];
	let n = 0;
	for (const { date, weight } of weights) {
		if (date.endsWith('-01') && month.length > 0) {
			yield month;
			month = [];
		}
		const startAt = dayStart(zone, date);
		for (const [hour, share] of hours.entries()) {
			const expected = (weight * perWeight * share) / hourSum;
			const calls = Math.floor(expected) + (random() < expected % 1 ? 1 : 0);
			for (let i = 0; i < calls; i++) {
				const enqueuedAt = startAt + hour * 3_600_000 + Math.floor((i / calls) * 3600) * 1000;
				if (enqueuedAt >= untilAt) break;
				month.push(callAt(enqueuedAt, n++));
			}
		}
	}
	if (month.length > 0) yield month;

	function callAt(enqueuedAt: number, number: number): CallRow {
		const waitSeconds = Math.round(wait(random));
		const isAnswered = random() < 0.9;
		const talkSeconds = isAnswered ? Math.round(talk(random)) : null;
		const leftAt = enqueuedAt + waitSeconds * 1000;
		return {
			sourceId,
			id: `${enqueuedAt / 1000}.${number}`,
			queueId: queueIds[Math.floor(random() * queueIds.length)] ?? 0,
			topicId: enqueuedAt < options.topicsFromAt ? null : (topicIds[number % topicIds.length] ?? null),
			enqueuedAt,
			answeredAt: isAnswered ? leftAt : null,
			endedAt: leftAt + (talkSeconds ?? 0) * 1000,
			outcome: isAnswered ? 'answered' : 'abandoned',
			agent: isAnswered ? `Agent ${Math.floor(random() * 200)}` : null,
			channel: 'voice',
			priority: null,
			talkSeconds,
			holdSeconds: isAnswered ? Math.floor(random() * 20) : null,
			wrapSeconds: isAnswered ? Math.floor(random() * 40) : null,
			caller: null,
			repeat: false,
			revision: 0
		};
	}
}

/** The month that the calls are of, for whoever waits. */
export function monthOf(zone: string, [first]: CallRow[]): string {
	return first ? wallTime(zone, first.enqueuedAt).date.slice(0, 7) : '';
}
