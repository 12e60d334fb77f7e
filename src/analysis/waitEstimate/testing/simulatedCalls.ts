import type { Call } from '#model/call.ts';
import { arrivalTimes } from '../../simulation/arrivals.ts';
import { exponential, lognormal } from '../../simulation/distributions.ts';
import { seededRandom } from '../../simulation/random.ts';
import { simulateQueue } from '../../simulation/simulateQueue.ts';

export interface SimulatedDays {
	seed: number;
	days: number;
	agents: number;
	/** Work offered per agent; 1: as much as they can do. */
	load: number;
	patienceSeconds: number;
	/** Callers of priority 1. */
	urgentShare?: number;
}

export const minute = 60_000;

/** Calls of a queue that is open ten hours a day, with talks of three minutes, in whole seconds. */
export function simulatedCalls({
	seed,
	days,
	agents,
	load,
	patienceSeconds,
	urgentShare = 0
}: SimulatedDays): Call[] {
	const random = seededRandom(seed);
	const talk = lognormal(talkSeconds, 1.2);
	const stay = exponential(patienceSeconds);
	const slots = Array.from({ length: days }, (_, day) => ({
		startAt: day * 1440 * minute,
		endAt: (day * 1440 + 600) * minute,
		expected: (agents * load * 36_000) / talkSeconds
	}));
	const arrivals = [...arrivalTimes(random, slots)].map((at) => ({
		at: whole(at),
		priority: random() < urgentShare ? 1 : 0,
		serviceMs: whole(1000 + talk(random) * 1000),
		wrapMs: 0,
		leaveAfterMs: whole(1000 + stay(random) * 1000),
		leaveAs: 'abandoned' as const
	}));
	return [...simulateQueue({ arrivals, staff: [{ at: 0, agents }] })].map((call, i) => ({
		id: String(i).padStart(6, '0'),
		source: 'test',
		queue: 'q',
		queueName: null,
		enqueuedAt: call.arrival.at,
		answeredAt: call.answeredAt,
		endedAt: call.endedAt,
		outcome: call.outcome,
		agent: call.agent === null ? null : `agent ${call.agent}`,
		topic: null,
		priority: call.arrival.priority,
		caller: null,
		channel: 'voice',
		talkSeconds: null,
		holdSeconds: null,
		wrapSeconds: null,
		revision: 0
	}));
}

const talkSeconds = 180;

function whole(ms: number): number {
	return Math.round(ms / 1000) * 1000;
}
