import { exponential, lognormal } from '#analysis/simulation/distributions.ts';
import { seededRandom } from '#analysis/simulation/random.ts';
import type { Call } from '#model/call.ts';

export interface StreamOptions {
	seed: string;
	count: number;
	/** Slugs; each call is in one of them, all alike. */
	queues: string[];
	firstAt: number;
	/** All calls lie in so many milliseconds. */
	spanMs: number;
	/** In the order of time, or each anywhere in the span. */
	scattered?: boolean;
	/** Calls carry one of so many numbers of callers; 0: none. */
	callers?: number;
}

const topics = ['payment', 'refund', 'security', 'account'];
const pickup = exponential(45);
const patience = exponential(180);
const talk = lognormal(240, 0.8);

/** A seeded stream of finished calls, answered by one of 200 agents or abandoned. Whole seconds, as most systems send. */
export function* callStream(options: StreamOptions): Generator<Call> {
	const { seed, count, queues, firstAt, spanMs, scattered = false, callers = 0 } = options;
	const random = seededRandom(seed);
	const one = <T>(from: T[]): T | undefined => from[Math.floor(random() * from.length)];
	for (let i = 0; i < count; i++) {
		const place = scattered ? random() : i / count;
		const enqueuedAt = firstAt + Math.floor((place * spanMs) / 1000) * 1000;
		const waitSeconds = Math.round(pickup(random));
		const patienceSeconds = Math.round(patience(random));
		const answered = waitSeconds <= patienceSeconds;
		const leftAt = enqueuedAt + Math.min(waitSeconds, patienceSeconds) * 1000;
		const talkSeconds = answered ? Math.round(talk(random)) : null;
		yield {
			// As Asterisk numbers calls: second and sequence.
			id: `${enqueuedAt / 1000}.${i}`,
			source: 'bench',
			queue: one(queues) ?? '',
			queueName: null,
			enqueuedAt,
			answeredAt: answered ? leftAt : null,
			endedAt: leftAt + (talkSeconds ?? 0) * 1000,
			outcome: answered ? 'answered' : 'abandoned',
			agent: answered ? `Agent ${Math.floor(random() * 200)}` : null,
			topic: one(topics),
			priority: undefined,
			caller: callers > 0 ? `138${String(Math.floor(random() * callers)).padStart(8, '0')}` : undefined,
			channel: 'voice',
			talkSeconds,
			holdSeconds: answered ? Math.floor(random() * 20) : null,
			wrapSeconds: answered ? Math.floor(random() * 40) : null,
			revision: 0
		};
	}
}

/** The same call as its sender corrects it afterwards: every one of them changes figures. */
export function corrected(call: Call): Call {
	return { ...call, endedAt: (call.endedAt ?? 0) + 5000, wrapSeconds: (call.wrapSeconds ?? 0) + 5 };
}
