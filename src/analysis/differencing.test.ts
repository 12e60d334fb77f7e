import { describe, expect, it } from 'vitest';
import { addToBin, waitBin } from '#rollups/waits.ts';
import { emptyTally, type Tally } from '#rollups/tally.ts';
import { intervals as intervalsOf, type Interval } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { bestTime } from './bestTime.ts';
import { officeLine } from './fixtures/weeks.ts';
import { hourPools } from './hourPools.ts';
import { steadyPools, type PublishedPools } from './steadyPools.ts';
import { hoursOf } from './typicalHours.ts';

// Somebody who knows every call but one looks at the public answer with and without that call: it must not tell.

const queue = officeLine();
const today = '2026-06-16';
const firstDay = addDays(today, -90);
const random = generator(20260103);
const hours = intervalsOf(queue.zone, dayStart(queue.zone, firstDay), dayStart(queue.zone, today), 'hour');
/** Waits as they are: many short, some long, longer in the morning and on Mondays; 8 to 40 calls an hour. */
const tallies = hours.map(({ startAt }) => {
	const { hour, weekday } = wallTime(queue.zone, startAt);
	const tally = emptyTally();
	if (weekday > 5 || hour < 9 || hour >= 18) return tally;
	const mean = (hour < 12 ? 300 : 80) * (weekday === 1 ? 1.5 : 1) * (0.8 + 0.4 * random());
	const calls = 8 + Math.floor(random() * 32);
	for (let i = 0; i < calls; i++) addWait(tally, -Math.log(1 - random()) * mean, 1);
	return tally;
});

/** What is published on a day after what was published the day before. */
function publish(day: string, before: PublishedPools | null): PublishedPools {
	const fromAt = dayStart(queue.zone, addDays(day, -56));
	const toAt = dayStart(queue.zone, day);
	const inRange = hours.flatMap((hour, i): [Interval, Tally][] => {
		const tally = tallies[i];
		return tally && hour.startAt >= fromAt && hour.startAt < toAt ? [[hour, tally]] : [];
	});
	const pools = hourPools(
		queue,
		inRange.map(([hour]) => hour),
		inRange.map(([, tally]) => tally)
	);
	return steadyPools(before, pools, queue.public.min_calls);
}

/** All that is said at four instants of the day. */
function said(pools: PublishedPools): string {
	const typical = hoursOf(pools);
	const instants = ['09:20', '11:40', '14:10', '19:00'];
	return JSON.stringify(
		instants.map((time) =>
			bestTime({ queue, lang: 'en', now: Date.parse(`${today}T${time}:00+08:00`), typical })
		)
	);
}

/** The share of single calls, added or taken away, with which something is said differently. */
function shareSeen(before: PublishedPools | null, changes: number): number {
	const usual = said(publish(today, before));
	const lastWeeks = tallies.slice(-56 * 24).filter((tally) => tally.answered > 0);
	let seen = 0;
	for (let i = 0; i < changes; i++) {
		const tally = lastWeeks[Math.floor(random() * lastWeeks.length)] ?? emptyTally();
		const waitSeconds = random() * 1800;
		addWait(tally, waitSeconds, 1);
		if (said(publish(today, before)) !== usual) seen++;
		addWait(tally, waitSeconds, -1);
	}
	return seen / changes;
}

describe('one call more or less', () => {
	it('is not told from one day to the next but once in hundreds of times', () => {
		let published: PublishedPools | null = null;
		for (let back = 30; back >= 1; back--) published = publish(addDays(today, -back), published);
		expect(shareSeen(published, 1000)).toBeLessThan(0.005);
	});

	it('is not told on the day after the first either, for that is held against the first', () => {
		expect(shareSeen(publish(addDays(today, -1), null), 300)).toBeLessThan(0.005);
	});

	it('hardly ever shows in what is published first, before which there is nothing to compare with', () => {
		expect(shareSeen(null, 150)).toBeLessThan(0.1);
	});
});

function addWait(tally: Tally, seconds: number, sign: 1 | -1): void {
	tally.answered += sign;
	addToBin(tally.waits, waitBin(seconds * 1000), 'answered', sign);
}

/** Numbers 0..1, the same for the same seed (a linear congruential generator). */
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
