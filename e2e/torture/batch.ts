import { gzipSync } from 'node:zlib';
import type { Random } from '#analysis/simulation/random.ts';

/** Calls that go in one request, and how they are wrapped. All of them are sent twice: first waiting, then ended. */
export interface TortureBatch {
	ids: string[];
	/** Whether this tells how the calls have ended, or that they wait. */
	isEnd: boolean;
	body: string | Buffer<ArrayBuffer>;
	headers: Record<string, string>;
}

/** Calls lie in the days before this instant, so that none is of the future. */
export interface BatchOptions {
	queue: string;
	beforeAt: number;
	/** So that no two senders, and no two runs, use the same ids. */
	prefix: string;
	random: Random;
}

const days = 3;
const dayMs = 86_400_000;

/** Endless pairs of batches: calls that wait, then how the same calls have ended. */
export function* tortureBatches({
	queue,
	beforeAt,
	prefix,
	random
}: BatchOptions): Generator<[waiting: TortureBatch, ended: TortureBatch]> {
	for (let n = 0; ; n++) {
		const size = random() < 0.4 ? 1 : Math.ceil(random() * (random() < 0.3 ? 600 : 60));
		const calls = Array.from({ length: size }, (_, i) => ({
			id: `${prefix}-${n}-${i}`,
			queue,
			enqueuedAt: beforeAt - Math.ceil(random() * days * dayMs) - 3_600_000,
			waitMs: Math.ceil(random() * 300_000),
			talkMs: Math.ceil(random() * 600_000)
		}));
		yield [wrap(calls, false, random), wrap(calls, true, random)];
	}
}

interface Made {
	id: string;
	queue: string;
	enqueuedAt: number;
	waitMs: number;
	talkMs: number;
}

function wrap(calls: Made[], isEnd: boolean, random: Random): TortureBatch {
	const records = calls.map(({ id, queue, enqueuedAt, waitMs, talkMs }) => ({
		id,
		queue,
		enqueued_at: instant(enqueuedAt),
		...(isEnd && {
			answered_at: instant(enqueuedAt + waitMs),
			ended_at: instant(enqueuedAt + waitMs + talkMs)
		})
	}));
	const ids = calls.map(({ id }) => id);
	const [first] = records;
	if (records.length === 1 && first) return json(ids, isEnd, JSON.stringify(first));
	if (records.length < 60) return json(ids, isEnd, JSON.stringify(records));
	const lines = records.map((record) => JSON.stringify(record)).join('\n');
	const type = { 'content-type': 'application/x-ndjson' };
	if (random() < 0.5) return { ids, isEnd, body: lines, headers: type };
	return { ids, isEnd, body: gzipSync(lines), headers: { ...type, 'content-encoding': 'gzip' } };
}

function json(ids: string[], isEnd: boolean, body: string): TortureBatch {
	return { ids, isEnd, body, headers: { 'content-type': 'application/json' } };
}

const instant = (at: number) => new Date(at).toISOString();
