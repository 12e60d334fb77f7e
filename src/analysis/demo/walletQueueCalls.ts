import type { Call } from '#model/call.ts';
import type { Queue } from '#model/queue.ts';
import { addDays, wallTime } from '#time/zone.ts';
import type { Truth } from '../simulation/arrival.ts';
import { seededRandom, type Random } from '../simulation/random.ts';
import { simulateQueue } from '../simulation/simulateQueue.ts';
import type { CallersDay, WalletArrival } from './walletArrival.ts';
import { walletCall } from './walletCall.ts';
import { walletCallers } from './walletCallers.ts';
import { walletDays, type WalletDay } from './walletDay.ts';
import type { WalletLine } from './walletLine.ts';
import { walletLoad } from './walletLoad.ts';
import { stayMinutes, walletStaff } from './walletStaff.ts';
import type { WalletTime } from './walletTime.ts';

/** One queue of the demo. Every day has its own chance, so no day depends on where the simulation began. */
export function* walletQueueCalls(
	queue: Queue,
	line: WalletLine,
	{ seed, fromAt, toAt, effects = line.effects, secondCalls = true }: WalletTime
): Generator<{ call: Call; truth: Truth }, void, undefined> {
	// From the day before, so that at the start nobody is missing who waits or talks already.
	const days = [...walletDays(queue, addDays(wallTime(queue.zone, fromAt).date, -1), toAt)];
	const chance = (date: string, of: string) => seededRandom(seed, queue.slug, date, of);
	const callers = walletCallers(line);
	const simulated = simulateQueue<WalletArrival>({
		arrivals: dayByDay(days, (day) => {
			const slots = walletLoad(line, effects, day, chance(day.date, 'load'));
			return callers.first(slots, callersDay(day, chance(day.date, 'later')), chance(day.date, 'calls'));
		}),
		staff: dayByDay(days, (day) => walletStaff(line, day, chance(day.date, 'staff'))),
		untilAt: toAt,
		room: line.room,
		again: secondCalls ? callers.again : undefined
	});
	let date = '';
	let count = 0;
	for (const call of simulated) {
		count = call.arrival.day.date === date ? count + 1 : 1;
		({ date } = call.arrival.day);
		if (call.arrival.at < fromAt) continue;
		const id = `${date}-${String(count).padStart(4, '0')}`;
		yield { call: walletCall(call, { queue: queue.slug, line, id, at: toAt }), truth: call.truth };
	}
}

function* dayByDay<T>(
	days: WalletDay[],
	ofDay: (day: WalletDay) => Iterable<T>
): Generator<T, void, undefined> {
	for (const day of days) yield* ofDay(day);
}

function callersDay(day: WalletDay, later: Random): CallersDay {
	const lastMinute = Math.max(...day.open.map(([, endMinute]) => endMinute));
	const lastAt = day.startAt + lastMinute * 60_000;
	const closeAt = lastMinute < 1440 ? lastAt + stayMinutes * 60_000 : Infinity;
	return { date: day.date, lastAt, closeAt, later };
}
