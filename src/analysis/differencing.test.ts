import { expect, it } from 'vitest';
import { addToBin, emptyWaits, waitBin } from '#rollups/waits.ts';
import { bestTime } from './bestTime.ts';
import { eightWeeks, officeLine } from './fixtures/weeks.ts';
import { typicalHours } from './typicalHours.ts';

it('hardly ever lets one call show', () => {
	const now = Date.parse('2026-06-16T10:20:00+08:00');
	const queue = officeLine();
	const random = generator(20260103);
	// Waits as they are: many short, some long, longer in the morning.
	const { intervals, tallies } = eightWeeks(queue, now, ({ hour }) => ({
		calls: 25,
		waitSeconds: () => -Math.log(1 - random()) * (hour < 12 ? 400 : 90)
	}));
	const say = () => bestTime({ queue, lang: 'en', now, typical: typicalHours(queue, intervals, tallies) });
	const before = say();
	const open = tallies.filter((_, i) => {
		const hour = new Date((intervals[i]?.startAt ?? 0) + 8 * 3_600_000).getUTCHours();
		return hour >= 9 && hour < 18;
	});
	let seen = 0;
	const changes = 150;
	for (let i = 0; i < changes; i++) {
		const waits = open[Math.floor(random() * open.length)]?.waits ?? emptyWaits();
		const bin = waitBin(random() * 1_800_000);
		addToBin(waits, bin, 'answered', 1);
		if (JSON.stringify(say()) !== JSON.stringify(before)) seen++;
		addToBin(waits, bin, 'answered', -1);
	}
	expect(say()).toEqual(before);
	expect(seen / changes).toBeLessThan(0.1);
});

/** Numbers 0..1, the same for the same seed (a linear congruential generator). */
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
