import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import { seededRandom, type Random } from '#analysis/simulation/random.ts';
import type { LoadRow } from '#model/load.ts';
import type { Client, SendOptions } from './client.ts';

/** A call record in the field names of the API, without its queue and source. */
export type CallRecord = { id: string } & Record<string, unknown>;

/** One way in which a phone system may hand over the same calls. Sends them to the queue, as a source of its own. */
export interface Way {
	name: string;
	send: (client: Client, queue: string, records: CallRecord[]) => Promise<void>;
}

const seed = 20260302;

export const waysOfSending: Way[] = [
	way('in order, compressed', (records) => [records], { gzip: true }),
	way('shuffled', (records, random) => [shuffled(records, random)]),
	way('twice', (records) => [records, records]),
	way('a hundred at a time', (records) => chunks(records, 100)),
	way('ten thousand at a time', (records) => chunks(records, 10_000)),
	way('stage by stage', (records) => stages(records)),
	way('stages in any order', (records, random) => chunks(shuffled(stages(records).flat(), random), 10_000)),
	{
		name: 'as CSV',
		send: (client, queue, records) => sendChecked(client, csv(own(queue, records)), csvType)
	},
	{ name: 'one at a time, by 32 senders', send: sendSingly }
];

const csvType = { type: 'text/csv' };

function way(
	name: string,
	parts: (records: CallRecord[], random: Random) => CallRecord[][],
	options: SendOptions = {}
): Way {
	return {
		name,
		async send(client, queue, records) {
			for (const part of parts(records, seededRandom(seed, name)))
				await sendChecked(client, ndjson(own(queue, part)), { type: 'application/x-ndjson', ...options });
		}
	};
}

async function sendSingly(client: Client, queue: string, records: CallRecord[]): Promise<void> {
	const waiting = own(queue, records).values();
	const sender = async () => {
		for (const record of waiting) await sendChecked(client, JSON.stringify(record), {});
	};
	await Promise.all(Array.from({ length: 32 }, sender));
}

async function sendChecked(client: Client, body: string, options: SendOptions): Promise<void> {
	const { status, answer } = await client.send(body, options);
	if (status !== 200 || answer.rejected > 0) throw new Error(`${status}: ${JSON.stringify(answer)}`);
}

function own(queue: string, records: CallRecord[]): CallRecord[] {
	return records.map((record) => ({ ...record, queue, source: queue }));
}

function ndjson(records: CallRecord[]): string {
	return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function csv(records: CallRecord[]): string {
	const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
	const cell = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;
	return [
		names.join(','),
		...records.map((record) => names.map((name) => cell(record[name])).join(','))
	].join('\r\n');
}

/** All calls as they wait, then those that are answered, then all as they end. */
function stages(records: CallRecord[]): CallRecord[][] {
	const later = {
		talk_seconds: undefined,
		hold_seconds: undefined,
		wrap_seconds: undefined,
		ended_at: undefined
	};
	const waiting = { ...later, answered_at: undefined, outcome: undefined, agent: undefined };
	return [
		records.map((record) => ({ ...record, ...waiting })),
		records.filter((record) => record.answered_at).map((record) => ({ ...record, ...later })),
		records
	];
}

function chunks<T>(items: T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
		items.slice(i * size, (i + 1) * size)
	);
}

function shuffled<T>(items: T[], random: Random): T[] {
	return items
		.map((item) => ({ item, place: random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ item }) => item);
}

/** The rows in which two accounts of the same calls are not alike, the first ten. */
export function unlike(found: Rows, wanted: Rows): string[] {
	const grains = ['months', 'days', 'hours'] as const;
	const starts = grains.flatMap((grain) =>
		wanted[grain].flatMap((row, i) =>
			isDeepStrictEqual(row, found[grain][i])
				? []
				: [`${grain}, ${row.start}: ${JSON.stringify(found[grain][i])}`]
		)
	);
	return starts.slice(0, 10);
}

export interface Rows {
	months: LoadRow[];
	days: LoadRow[];
	hours: LoadRow[];
}

/** What `load` says of a queue about a range; its rows touch, and none is missing. */
export async function rowsOf(client: Client, queue: string, from: string, to: string): Promise<Rows> {
	const rows = async (grain: string) => {
		const found = await client.load(queue, `from=${from}&to=${to}&grain=${grain}`);
		expect(found.slice(1).map(({ start }) => start)).toEqual(found.slice(0, -1).map(({ end }) => end));
		return found;
	};
	return { months: await rows('month'), days: await rows('day'), hours: await rows('hour') };
}
