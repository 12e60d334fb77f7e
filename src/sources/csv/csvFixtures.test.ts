import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCall } from '#model/parseCall.ts';
import { guessCharset } from '../charset.ts';
import { UnreadableBody, type EventItem, type KeptEvent, type SourceItem } from '../source.ts';
import { csvOptionsOf, type CsvOptions } from './csvOptions.ts';
import { foldRows } from './foldRows.ts';
import { mappedCsv } from './mappedCsv.ts';

/**
 * Each file of fixtures/csv/ beside its `.expected.json`: `why` it is there, the `query` that it is sent with, the `zone`
 * of its times, and the `items` that are read, or refused with line, field and code; of grouped rows the `calls` too.
 */
interface Expected {
	why: string;
	query: string;
	zone: string;
	items: unknown[];
	calls?: unknown[];
}

const folder = join(import.meta.dirname, '../fixtures/csv');
const files = readdirSync(folder).filter((file) => !file.endsWith('.expected.json'));
const now = Date.parse('2026-12-01T00:00:00Z');

function textOf(file: string): string {
	const bytes = readFileSync(join(folder, file));
	return new TextDecoder(guessCharset(bytes)).decode(bytes);
}

function expectedOf(file: string): Expected {
	return JSON.parse(readFileSync(join(folder, `${file.replace(/\.\w+$/, '')}.expected.json`), 'utf8'));
}

function optionsOf(query: string): CsvOptions {
	const read = csvOptionsOf(new URLSearchParams(query));
	if ('problem' in read || read.options === null) throw new Error(JSON.stringify(read));
	return read.options;
}

function read(file: Pick<Expected, 'query' | 'zone'>, text: string, size = 1e9): (SourceItem | EventItem)[] {
	const source = mappedCsv({ zone: file.zone, queue: null, fields: null }, optionsOf(file.query));
	const items: (SourceItem | EventItem)[] = [];
	for (let at = 0; at < text.length; at += size) items.push(...source.read(text.slice(at, at + size)));
	return [...items, ...source.end()];
}

function brief(item: SourceItem | EventItem): unknown {
	if ('event' in item) return `line ${item.line}: ${item.event.trail}`;
	if ('problem' in item) return `line ${item.line}: ${item.problem.code} (${item.problem.field})`;
	const parsed = parseCall({ queue: 'any', ...Object(item.record) }, { now, oldestAt: null });
	if ('problem' in parsed) return `line ${item.line}: ${parsed.problem.code} (${parsed.problem.field})`;
	return item.record;
}

function callsOf(items: (SourceItem | EventItem)[]): unknown[] {
	const trails = new Map<string, KeptEvent[]>();
	for (const item of items)
		if ('event' in item) trails.set(item.event.trail, [...(trails.get(item.event.trail) ?? []), item.event]);
	return [...trails].map(([trail, events]) => {
		const [visit] = foldRows(events);
		const times = [visit?.enqueuedAt, visit?.answeredAt, visit?.endedAt].map((at) =>
			at ? new Date(at).toISOString() : null
		);
		return [trail, visit?.outcome, ...times, visit?.agent, visit?.caller].map((value) => value ?? null);
	});
}

test.each(files)('%s', (file) => {
	const expected = expectedOf(file);
	const items = read(expected, textOf(file));
	expect({ items: items.map(brief), calls: callsOf(items) }).toEqual({
		items: expected.items,
		calls: expected.calls ?? []
	});
	expect(expected.why).toMatch(/\w/);
	for (const size of [1, 7, 100]) expect(read(expected, textOf(file), size)).toEqual(items);
});

test('rows of one call make the same call in whatever order they come, and twice', () => {
	const expected = expectedOf('legs.csv');
	const [header = '', ...rows] = textOf('legs.csv').trimEnd().split('\n');
	fc.assert(
		fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
			const text = [header, ...shuffled, ...shuffled].join('\n');
			expect(callsOf(read(expected, text)).sort()).toEqual(expected.calls);
		}),
		{ seed: 4, numRuns: 300 }
	);
});

test('whatever is sent is read or refused, the same however it is cut', () => {
	const tokens = [
		'"',
		';',
		',',
		'\t',
		'|',
		'\n',
		'\r\n',
		"'",
		'=',
		'\0',
		'\ufffd',
		'支',
		'1e9',
		'-',
		'NaN',
		'99:99',
		'#1'
	];
	fc.assert(
		fc.property(
			fc.constantFrom(...files),
			fc.array(
				fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.constantFrom('', ...tokens)),
				{
					minLength: 1,
					maxLength: 5
				}
			),
			fc.integer({ min: 1, max: 500 }),
			(file, changes, size) => {
				const text = changes.reduce((so, [place, cut, put]) => {
					const at = Math.floor(place * so.length);
					return so.slice(0, at) + put + so.slice(at + cut);
				}, textOf(file));
				const tried = (pieces?: number) => {
					try {
						const items = read(expectedOf(file), text, pieces);
						return [items.map(brief), callsOf(items)];
					} catch (error) {
						if (error instanceof UnreadableBody) return error.message;
						throw error;
					}
				};
				expect(tried(size)).toEqual(tried());
			}
		),
		{ seed: 8, numRuns: 1000 }
	);
});

test('time grows with length and no faster', () => {
	const german = expectedOf('german-excel.csv');
	for (const token of ['"', ';', '\n', '"\n', '";"', "'", '1:', '上午', '0'.repeat(50), 'a;b\n', '\t|,']) {
		const begun = performance.now();
		try {
			read(german, textOf('german-excel.csv') + token.repeat(Math.ceil(500_000 / token.length)), 65_536);
		} catch (error) {
			if (!(error instanceof UnreadableBody)) throw error;
		}
		expect(performance.now() - begun, JSON.stringify(token)).toBeLessThan(5000);
	}
});
