import { setTimeout as pause } from 'node:timers/promises';
import { callStream } from './calls.ts';
import { figure, quantile, type Figure } from './figure.ts';
import { ndjson } from './ndjson.ts';
import type { Target } from './target.ts';

export interface ImportOptions {
	/** Calls of the one stream that is imported. */
	imported: number;
}

const hourMs = 3_600_000;
const queues = Array.from({ length: 20 }, (_, i) => `bench-${i + 1}`);
const livePauseMs = 100;

/** One large import, the memory that the server takes for it, and how long small batches of live calls wait beside it. */
export async function benchImport(target: Target, { imported }: ImportOptions): Promise<Figure[]> {
	await target.empty();
	const firstAt = Date.UTC(2025, 0, 1);
	const calls = callStream({ seed: 'import', count: imported, queues, firstAt, spanMs: 600 * 24 * hourMs });
	let isOver = false;
	// In small pieces: who makes long ones cannot hear the answers to the live calls meanwhile.
	const importing = target.send(ndjson(calls, 100), { created: imported }).finally(() => (isOver = true));
	const waits: number[] = [];
	const live = callStream({ seed: 'live', count: 1e7, queues, firstAt: firstAt + 1, spanMs: 1e7 * 1000 });
	for (let n = 0; !isOver; n++) {
		const batch = Array.from({ length: 1 + (n % 50) }, () => live.next().value)
			.flatMap((call) => call ?? [])
			.map((call) => ({ ...call, source: 'live' }));
		waits.push(1000 * (await target.send(ndjson(batch), { created: batch.length })));
		await pause(livePauseMs);
	}
	const seconds = await importing;
	const peak = await target.peakMegabytes();
	await target.empty();
	const one = (unit: Figure['unit'], name: string, value: number) =>
		figure(new Map([[name, [value]]]), unit, name);
	return [
		one(
			'records/s',
			`import of ${imported.toLocaleString('en-US')}, live calls beside it`,
			imported / seconds
		),
		...(peak === null ? [] : [one('MB', 'peak memory of the server, so far', peak)]),
		one('ms', 'live batches of 1 to 50 during the import, median', quantile(waits, 0.5)),
		one('ms', 'live batches of 1 to 50 during the import, p99', quantile(waits, 0.99))
	];
}
