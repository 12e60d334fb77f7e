import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCall } from '#model/parseCall.ts';
import { guessCharset } from './charset.ts';
import { cloudEvents } from './cloudEvents.ts';
import { csv } from './csv.ts';
import { anyTable, csvOptionsOf } from './csv/csvOptions.ts';
import { mappedCsv } from './csv/mappedCsv.ts';
import { eventSources } from './eventSources.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import {
	UnreadableBody,
	type EventItem,
	type MixedSource,
	type Source,
	type SourceItem,
	type SourceOptions
} from './source.ts';
import { charactersLookedAt } from './testing/charactersLookedAt.ts';
import { change, mutated } from './testing/mutations.ts';
import { vendorSources } from './vendorSources.ts';

/** `FUZZ_RUNS=100000 npx vitest run src/sources/fuzz` tries as many of each source; the seed stays the same. */
const runs = Number(process.env.FUZZ_RUNS ?? 2_000);
/** A hundred times what it takes. */
const timeout = 60_000 + runs * 20;

const folder = join(import.meta.dirname, 'fixtures');
const limits = { now: Date.parse('2026-12-01T00:00:00Z'), oldestAt: null };

type Reader = Source | MixedSource;
type Items = (SourceItem | EventItem)[];

function read(source: Reader, text: string, size: number): Items {
	const items: Items = [];
	for (let at = 0; at < text.length; at += size)
		for (const item of source.read(text.slice(at, at + size))) items.push(item);
	for (const item of source.end()) items.push(item);
	return items;
}

/** The items, or none of a body that is refused as a whole. */
function tried(source: Reader, text: string, size: number): Items {
	try {
		return read(source, text, size);
	} catch (error) {
		if (error instanceof UnreadableBody) return [];
		throw error;
	}
}

/** Every event as one trail: a fold must stand what nobody would send together. */
function checkFold(source: Reader, items: Items): void {
	if (!('fold' in source)) return;
	const events = items.flatMap((item) => ('event' in item ? [item.event] : []));
	const restarts = events.filter(({ trail }) => trail === '').map(({ at }) => at);
	for (const { enqueuedAt, answeredAt, endedAt } of source.fold(events, restarts)) {
		for (const at of [enqueuedAt, answeredAt, endedAt]) expect(at === null || Number.isFinite(at)).toBe(true);
		expect(answeredAt ?? enqueuedAt).toBeGreaterThanOrEqual(enqueuedAt);
		expect(endedAt ?? Infinity).toBeGreaterThanOrEqual(answeredAt ?? enqueuedAt);
	}
}

function checkItem(item: SourceItem | EventItem, sent: number): void {
	if (!(item.line > 0)) throw new Error(`line ${item.line}`);
	if (item.text.length > sent + 1000) throw new Error('the text is longer than what was sent');
	if ('record' in item) parseCall(item.record, limits);
	else if ('problem' in item && !/\w/.test(item.problem.message)) throw new Error('a reason without words');
	else if ('event' in item && /[\n\t]/.test(item.event.content)) throw new Error('content of two lines');
}

const sources: Record<string, (options: SourceOptions) => Reader> = {
	...vendorSources,
	...eventSources,
	cloudevents: (options) => cloudEvents(null, options),
	ndjson,
	json,
	csv: () => csv(),
	'csv of any table': (options) => mappedCsv(options, anyTable),
	'csv in groups': (options) => mappedCsv(options, grouped())
};

/** As the fixture with several rows for a call is sent. */
function grouped() {
	const expected: { query: string } = JSON.parse(
		readFileSync(join(folder, 'csv', 'legs.expected.json'), 'utf8')
	);
	const read = csvOptionsOf(new URLSearchParams(expected.query));
	return ('options' in read ? read.options : null) ?? anyTable;
}

const record = {
	id: 'c-1',
	queue: 'wallet',
	enqueued_at: '2026-03-02T09:15:00+08:00',
	caller: '+4930123456'
};
const asText = JSON.stringify(record);
/** What has no fixtures of its own: the API's shapes of call records. */
const plainTexts: Record<string, string[]> = {
	ndjson: [`${asText}\n${asText}\n`],
	json: [asText, `[${asText},${asText}]`, `{"calls":[${asText}]}`],
	csv: [`${Object.keys(record).join(',')}\n${'c-1,"wallet",2026-03-02T09:15:00+08:00,\n'.repeat(3)}`]
};

function textsOf(format: string): string[] {
	const plain = plainTexts[format];
	if (plain) return plain;
	const own = join(folder, format.split(' ')[0] ?? '');
	const files = readdirSync(own).filter((file) => !file.endsWith('.expected.json'));
	return files
		.filter((file) => format !== 'csv in groups' || file.startsWith('legs'))
		.map((file) => {
			const bytes = readFileSync(join(own, file));
			return new TextDecoder(guessCharset(bytes)).decode(bytes);
		});
}

const repeated = [
	...['{', '[', '"', ',', '|', ';', '<', '<a>', '{"a":1', '}{', '\n{', ' ', '\n', '},\n', '&b;', '%', 'a=b&'],
	...['Chain: ,', '[{', '\n1|1.1|q|a|CONNECT|1|1|1', '|CONNECT', '"\n', '\\', '\\"']
];

describe.each(Object.entries(sources))('%s', (format, make) => {
	const options = { zone: 'Europe/Berlin', queue: null, fields: null };
	const texts = textsOf(format);

	test(
		'whatever is sent is read or refused',
		() => {
			let read = 0;
			fc.assert(
				fc.property(
					fc.constantFrom(...texts),
					fc.array(change, { minLength: 1, maxLength: 5 }),
					fc.integer({ min: 1, max: 5000 }),
					(text, changes, size) => {
						const broken = mutated(text, changes);
						const source = make(options);
						const items = tried(source, broken, size);
						checkFold(source, items);
						for (const item of items) checkItem(item, broken.length);
						read += items.length;
					}
				),
				{ seed: 3, numRuns: runs }
			);
			// Else nothing was tried but bodies that are refused as a whole.
			expect(read).toBeGreaterThan(runs / 100);
		},
		timeout
	);

	test('twice the length is twice the work, whatever is repeated', () => {
		const begin = (texts[0] ?? '').slice(0, 300);
		for (const token of repeated) {
			const work = (length: number) => {
				const text = begin + token.repeat(Math.ceil(length / token.length));
				return charactersLookedAt(() => tried(make(options), text, 4096), length * 1000);
			};
			const [once, twice] = [work(50_000), work(100_000)];
			expect(twice, JSON.stringify(token)).toBeLessThan(2.2 * once + 20_000);
		}
	});

	test('a long body is read at once, whatever is repeated', () => {
		const begin = (texts[0] ?? '').slice(0, 300);
		for (const token of repeated) {
			const startedAt = performance.now();
			tried(make(options), begin + token.repeat(Math.ceil(100_000 / token.length)), 65_536);
			// A tenth of a second on a quiet machine: this finds only what would take minutes.
			expect(performance.now() - startedAt, JSON.stringify(token)).toBeLessThan(30_000);
		}
	}, 300_000);
});
