import { gzipSync } from 'node:zlib';
import { bareCopy, rowAtATime, storedRows } from './baselines.ts';
import { callStream, corrected, type StreamOptions } from './calls.ts';
import { figure, interleave, type Figure } from './figure.ts';
import { ndjson, type Bytes } from './ndjson.ts';
import type { Target } from './target.ts';

export interface IngestOptions {
	records: number;
	rounds: number;
}

const hourMs = 3_600_000;
const yearMs = 365 * 24 * hourMs;
const queues = Array.from({ length: 20 }, (_, i) => `bench-${i + 1}`);
const callsAnHour = 2000 * queues.length;
const singleRows = 2000;

/** Records a second from the first byte to durable and counted in every figure, beside what the database can do at best. */
export async function benchIngest(target: Target, { records, rounds }: IngestOptions): Promise<Figure[]> {
	const inOrder: StreamOptions = {
		seed: 'in order',
		count: records,
		queues,
		firstAt: Date.UTC(2026, 2, 2),
		spanMs: (records / callsAnHour) * hourMs
	};
	const calls = [...callStream(inOrder)];
	const streams = {
		plain: [...ndjson(calls)],
		changed: [...ndjson(calls.map(corrected))],
		callers: [...ndjson(callStream({ ...inOrder, callers: 1_000_000 }))],
		scattered: [
			...ndjson(callStream({ ...inOrder, firstAt: Date.UTC(2025, 8, 1), spanMs: yearMs, scattered: true }))
		]
	};
	const zipped = [Uint8Array.from(gzipSync(Buffer.concat(streams.plain)))];
	const created = { created: records };

	const rowsOf = async (pieces: Bytes[]) => {
		await target.empty();
		await target.send(pieces, created);
		return storedRows(target.database);
	};
	const rows = {
		plain: await rowsOf(streams.plain),
		callers: await rowsOf(streams.callers),
		scattered: await rowsOf(streams.scattered)
	};

	const fresh = (send: () => Promise<number>) => async () => {
		await target.empty();
		return records / (await send());
	};
	const again = (send: () => Promise<number>) => async () => {
		await target.database.sql`checkpoint`;
		return records / (await send());
	};
	const bare = (batches: Bytes[]) => async () => records / (await bareCopy(target.database, batches));
	const samples = await interleave(rounds, [
		['NDJSON', fresh(() => target.send(streams.plain, created))],
		['NDJSON, all of it sent again', again(() => target.send(streams.plain, { unchanged: records }))],
		['NDJSON, every record corrected', again(() => target.send(streams.changed, { updated: records }))],
		['bare COPY', bare(rows.plain)],
		['NDJSON, gzip', fresh(() => target.send(zipped, created, true))],
		['NDJSON, requests of 10,000', fresh(() => sendEach(target, streams.plain, records))],
		['NDJSON with callers', fresh(() => target.send(streams.callers, created))],
		['bare COPY with callers', bare(rows.callers)],
		['NDJSON scattered over a year', fresh(() => target.send(streams.scattered, created))],
		['bare COPY scattered', bare(rows.scattered)],
		[
			'Drizzle insert, row at a time',
			async () => {
				await target.empty();
				return singleRows / (await rowAtATime(target.database, calls.slice(0, singleRows)));
			}
		]
	]);
	await target.empty();
	await target.database.sql`drop table if exists bare`;

	const peak = await target.peakMegabytes();
	const rate = (name: string, beside: string) => figure(samples, 'records/s', name, beside);
	return [
		rate('NDJSON', 'bare COPY'),
		rate('NDJSON, gzip', 'bare COPY'),
		rate('NDJSON, requests of 10,000', 'bare COPY'),
		rate('NDJSON with callers', 'bare COPY with callers'),
		rate('NDJSON scattered over a year', 'bare COPY scattered'),
		rate('NDJSON', 'Drizzle insert, row at a time'),
		rate('NDJSON, all of it sent again', 'NDJSON'),
		rate('NDJSON, every record corrected', 'NDJSON'),
		...(peak === null
			? []
			: [figure(new Map([['peak memory of the server', [peak]]]), 'MB', 'peak memory of the server')])
	];
}

async function sendEach(target: Target, pieces: Bytes[], records: number): Promise<number> {
	let seconds = 0;
	let left = records;
	for (const piece of pieces) {
		const size = Math.min(left, 10_000);
		seconds += await target.send([piece], { created: size });
		left -= size;
	}
	return seconds;
}
