import { describe, expect, test } from 'vitest';
import type { Call } from '#model/call.ts';
import { seededRandom } from '../simulation/random.ts';
import { minute, simulatedCalls } from '../waitEstimate/testing/simulatedCalls.ts';
import { LiveLine } from './liveLine.ts';
import { shownNow, type ShownWait } from './shownNow.ts';

// Somebody who knows every call but one looks at what is said of the wait now, with and without that call.

const calls = simulatedCalls({ seed: 8, days: 2, agents: 6, load: 0.97, patienceSeconds: 600 });
const random = seededRandom(20261122);
const lastAt = Math.max(...calls.map(({ enqueuedAt }) => enqueuedAt));
/** Full minutes of the last hours. */
const instants = Array.from({ length: 20 }, (_, i) => (Math.floor(lastAt / minute) - 20 - 11 * i) * minute);
const everyMs = 15_000;
const usual = new Map(instants.map((at) => [at, said(calls, at)]));

/** What is said at `at` of a line that was followed for a quarter of an hour. */
function said(all: readonly Call[], at: number): string {
	const fromAt = at - 15 * minute;
	const line = new LiveLine();
	line.recall(known(all, fromAt), fromAt);
	const lately = all.filter(({ endedAt }) => (endedAt ?? at) > fromAt - minute);
	let shown: ShownWait | null = null;
	for (let now = fromAt; now <= at; now += everyMs) {
		if (now > fromAt) line.hear(known(lately, now), now);
		if (now % minute !== 0) continue;
		const { feed } = line.state(now);
		const view = { feed, estimate: line.estimate(now), learned: line.learned };
		shown = shownNow(view, { typical: null, minCalls: 30, before: shown }).shown;
	}
	return JSON.stringify(shown);
}

/** Records as they stood at an instant. */
function known(all: readonly Call[], at: number): Call[] {
	return all.flatMap((call): Call[] => {
		if (call.enqueuedAt > at) return [];
		if (call.endedAt !== null && call.endedAt <= at) return [call];
		const answeredAt = call.answeredAt !== null && call.answeredAt <= at ? call.answeredAt : null;
		return [{ ...call, endedAt: null, answeredAt, outcome: answeredAt === null ? 'waiting' : 'answered' }];
	});
}

/** The share of single calls without which something else is said, chosen among those that `which` takes. */
function shareSeen(changes: number, which: (call: Call, at: number) => boolean): number {
	let seen = 0;
	let tried = 0;
	for (let i = 0; tried < changes; i++) {
		const at = instants[i % instants.length] ?? 0;
		const chosen = calls.filter((call) => call.enqueuedAt <= at && which(call, at));
		const gone = chosen[Math.floor(random() * chosen.length)];
		if (!gone) continue;
		tried++;
		const others = calls.filter((call) => call !== gone);
		if (said(others, at) !== usual.get(at)) seen++;
	}
	return seen / tried;
}

const isOver = ({ endedAt }: Call, at: number) => endedAt !== null && endedAt <= at;

describe('one call less', () => {
	test('the wait now is told from the line', () => {
		for (const text of usual.values()) expect(text).toContain('"basis":"live"');
		expect(new Set(usual.values()).size).toBeGreaterThan(3);
	});

	test('of all that are known it is hardly ever one that tells, those who wait and talk now included', () => {
		expect(shareSeen(600, () => true)).toBeLessThan(0.005);
	}, 60_000);

	test('of those that ended in the last quarter of an hour it is one in twenty or so', () => {
		const lately = (call: Call, at: number) => isOver(call, at) && (call.endedAt ?? 0) > at - 15 * minute;
		expect(shareSeen(200, lately)).toBeLessThan(0.09);
	}, 60_000);

	test('who is in the line now does make a difference, for that is what is told', () => {
		const share = shareSeen(200, (call, at) => !isOver(call, at));
		expect(share).toBeGreaterThan(0.05);
		expect(share).toBeLessThan(0.3);
	}, 60_000);
});
