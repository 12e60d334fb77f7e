import { gzipSync } from 'node:zlib';
import { bareCopy, manyRowsAndView, rowAtATime, storedRows } from './baselines.ts';
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
	// Fewer: nearly every record touches a quarter hour and a day of its own.
	const anywhere = {
		...inOrder,
		count: Math.ceil(records / 10),
		firstAt: Date.UTC(2025, 8, 1),
		spanMs: yearMs,
		scattered: true
	};
	const calls = [...callStream(inOrder)];
	const streams = {
		plain: [...ndjson(calls)],
		changed: [...ndjson(calls.map(corrected))],
		callers: [...ndjson(callStream({ ...inOrder, callers: 1_000_000 }))],
		scattered: [...ndjson(callStream(anywhere))]
	};
	const zipped = [Uint8Array.from(gzipSync(Buffer.concat(streams.plain)))];
	const { sql } = target.database;

	const rowsOf = async (pieces: Bytes[], count = records) => {
		await target.empty();
		await target.send(pieces, { created: count });
		return storedRows(target.database);
	};
	const rows = {
		plain: await rowsOf(streams.plain),
		callers: await rowsOf(streams.callers),
		scattered: await rowsOf(streams.scattered, anywhere.count)
	};

	const fresh =
		(send: () => Promise<number>, count = records) =>
		async () => {
			await target.empty();
			return count / (await send());
		};
	const again = (send: () => Promise<number>) => async () => {
		await sql`checkpoint`;
		return records / (await send());
	};
	const first = (pieces: Bytes[], count = records, gzip = false) =>
		fresh(() => target.send(pieces, { created: count }, gzip), count);
	const bare = (batches: Bytes[], count = records) => fresh(() => bareCopy(target.database, batches), count);
	const samples = await interleave(rounds, [
		['NDJSON', first(streams.plain)],
		['NDJSON, all of it sent again', again(() => target.send(streams.plain, { unchanged: records }))],
		['NDJSON, every record corrected', again(() => target.send(streams.changed, { updated: records }))],
		['bare COPY', bare(rows.plain)],
		['NDJSON, gzip', first(zipped, records, true)],
		['NDJSON, requests of 10,000', fresh(() => sendEach(target, streams.plain, records))],
		['NDJSON with callers', first(streams.callers)],
		['bare COPY with callers', bare(rows.callers)],
		['NDJSON scattered over a year', first(streams.scattered, anywhere.count)],
		['bare COPY scattered', bare(rows.scattered, anywhere.count)],
		[
			'Drizzle insert, row at a time, GROUP BY',
			fresh(() => rowAtATime(target.database, calls.slice(0, singleRows)), singleRows)
		],
		['1,000 rows an insert, REFRESH', fresh(() => manyRowsAndView(target.database, calls))]
	]);
	await target.empty();
	await sql`drop table if exists bare`;

	const peak = await target.peakMegabytes();
	const rate = (name: string, beside: string) => figure(samples, 'records/s', name, beside);
	return [
		rate('NDJSON', 'bare COPY'),
		rate('NDJSON, gzip', 'bare COPY'),
		rate('NDJSON, requests of 10,000', 'bare COPY'),
		rate('NDJSON with callers', 'bare COPY with callers'),
		rate('NDJSON scattered over a year', 'bare COPY scattered'),
		rate('NDJSON', 'Drizzle insert, row at a time, GROUP BY'),
		rate('NDJSON', '1,000 rows an insert, REFRESH'),
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
