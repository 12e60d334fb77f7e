import { describe, expect, test } from 'vitest';
import type { Call } from '#model/call.ts';
import { callEvents } from '../waitEstimate/callEvents.ts';
import { createWaitEstimator } from '../waitEstimate/createWaitEstimator.ts';
import { minute, simulatedCalls } from '../waitEstimate/testing/simulatedCalls.ts';
import { LiveLine } from './liveLine.ts';

const calls = simulatedCalls({ seed: 4, days: 3, agents: 6, load: 1, patienceSeconds: 400 });
const lastAt = Math.max(...calls.map(({ enqueuedAt }) => enqueuedAt));
/** A moment near the end when somebody waits. */
const at = Math.max(
	...calls
		.filter(
			({ enqueuedAt, answeredAt }) =>
				(answeredAt ?? 0) - enqueuedAt > minute && enqueuedAt < lastAt - 60 * minute
		)
		.map(({ enqueuedAt }) => enqueuedAt + 1000)
);

/** A record as it stood at an instant; null before the call. */
function asOf(instant: number, call: Call): Call | null {
	if (call.enqueuedAt > instant) return null;
	const isAnswered = call.answeredAt !== null && call.answeredAt <= instant;
	const isOver = call.endedAt !== null && call.endedAt <= instant;
	if (isOver) return call;
	return {
		...call,
		endedAt: null,
		answeredAt: isAnswered ? call.answeredAt : null,
		outcome: isAnswered ? 'answered' : 'waiting'
	};
}

const known = (instant: number, some: Call[] = calls) => some.flatMap((call) => asOf(instant, call) ?? []);

/** Records as a phone system sends them: each state of a call when it comes about, gathered for `everyMs`. */
function follow(line: LiveLine, fromAt: number, toAt: number, everyMs: number): void {
	for (let now = fromAt + everyMs; now <= toAt; now += everyMs) {
		const changed = calls.filter(({ enqueuedAt, answeredAt, endedAt }) =>
			[enqueuedAt, answeredAt, endedAt].some((one) => one !== null && one > now - everyMs && one <= now)
		);
		line.hear(known(now, changed), now);
	}
}

describe('a line that is followed', () => {
	test('knows who waits and talks, and estimates as if it had seen it all', () => {
		const line = new LiveLine();
		const from = at - 120 * minute;
		line.recall(known(from), from);
		follow(line, from, at, 1000);
		const open = known(at);
		const waiting = open.filter(({ outcome }) => outcome === 'waiting');
		expect(waiting.length).toBeGreaterThan(0);
		expect(line.state(at)).toEqual({
			waiting: waiting.length,
			longestSinceAt: Math.min(...waiting.map(({ enqueuedAt }) => enqueuedAt)),
			talking: open.filter(({ answeredAt, endedAt }) => answeredAt !== null && endedAt === null).length,
			feed: 'live'
		});
		const whole = createWaitEstimator();
		for (const event of callEvents(open)) whole.event(event);
		const [own, other] = [line.estimate(at), whole.estimate(at)];
		expect(own?.ahead).toBe(other?.ahead);
		expect(own?.medianSeconds).toBeCloseTo(other?.medianSeconds ?? NaN, 6);
	});

	test('does not mind records twice, out of order within seconds, or what was told before', () => {
		const from = at - 30 * minute;
		const [once, often] = [new LiveLine(), new LiveLine()];
		for (const line of [once, often]) line.recall(known(from), from);
		follow(once, from, at, 5000);
		for (let now = from + 5000; now <= at; now += 5000) {
			const lately = calls.filter(({ enqueuedAt }) => enqueuedAt > now - 40 * minute && enqueuedAt <= now);
			often.hear(known(now, lately).toReversed(), now);
		}
		expect(often.state(at)).toEqual(once.state(at));
		expect(often.estimate(at)).toEqual(once.estimate(at));
	});

	test('forgets who was deleted or moved away', () => {
		const line = new LiveLine();
		line.recall(known(at), at);
		const before = line.state(at);
		const gone = known(at).find(({ outcome }) => outcome === 'waiting');
		expect(gone && line.hear([{ ...gone, outcome: 'deleted' }], at)).toBe(true);
		expect(line.state(at).waiting).toBe(before.waiting - 1);
		expect(line.state(at).talking).toBe(before.talking);
	});
});

describe('how fresh it is', () => {
	test('records that come after the call tell nothing of now', () => {
		const line = new LiveLine();
		const from = at - 60 * minute;
		line.recall(
			known(from).filter(({ endedAt }) => endedAt !== null),
			from
		);
		expect(line.state(from).feed).toBe('unknown');
		const ended = calls.filter(({ endedAt }) => endedAt !== null && endedAt > from && endedAt <= at);
		for (const call of ended.toSorted((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0)))
			line.hear([call], call.endedAt ?? 0);
		expect(ended.length).toBeGreaterThan(20);
		expect(line.state(at).feed).toBe('late');
	});

	test('stored calls that are open were told of in time', () => {
		const line = new LiveLine();
		line.recall(known(at), at);
		expect(line.state(at).feed).toBe('live');
	});

	test('silence for longer than there are no calls is no news', () => {
		const line = new LiveLine();
		line.recall(known(at), at);
		line.hear(known(at).slice(-1), at);
		expect(line.state(at + 4 * minute).feed).toBe('live');
		expect(line.state(at + 31 * minute).feed).toBe('silent');
		const [next] = calls.filter(({ enqueuedAt }) => enqueuedAt > at);
		if (next) line.hear(known(next.enqueuedAt, [next]), next.enqueuedAt);
		expect(line.state(next?.enqueuedAt ?? NaN).feed).toBe('live');
	});

	test('a history that is sent changes nothing', () => {
		const line = new LiveLine();
		line.recall(known(at), at);
		const before = [line.state(at), line.estimate(at)];
		const old = calls.map((call) => ({
			...call,
			id: `old ${call.id}`,
			enqueuedAt: call.enqueuedAt - 40 * 86_400_000
		}));
		expect(line.hear(old, at)).toBe(false);
		expect([line.state(at), line.estimate(at)]).toEqual(before);
	});
});
