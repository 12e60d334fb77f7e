import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCall } from '#model/parseCall.ts';
import { cloudEvents } from './cloudEvents.ts';
import {
	UnreadableBody,
	type EventItem,
	type MixedSource,
	type Source,
	type SourceItem,
	type SourceOptions
} from './source.ts';
import { twilioTaskrouter } from './twilioTaskrouter.ts';
import { vendorSources } from './vendorSources.ts';

const folder = join(import.meta.dirname, 'fixtures');
const limits = { now: Date.parse('2026-12-01T00:00:00Z'), oldestAt: null };

/** What a parser may stumble over, besides any letter. */
const tokens = [
	...[
		'{',
		'}',
		'[',
		']',
		'"',
		',',
		':',
		'\\',
		'\n',
		'\r',
		'\0',
		'\ufffd',
		'\ud800',
		'%',
		'%zz',
		'&',
		'=',
		'<',
		'</cdr>'
	],
	...[
		'<!DOCTYPE a [<!ENTITY b "c">]>',
		'&b;',
		'<![CDATA[',
		'__proto__',
		'constructor',
		'null',
		'[]',
		'{}',
		'""',
		'-1'
	],
	...[
		'1e400',
		'9'.repeat(40),
		'0.5',
		'true',
		'2026-03-02T01:15:00Z',
		'9999-12-31T23:59:59Z',
		'2026-02-30',
		'cdr=',
		'|'
	],
	...['x'.repeat(300), '['.repeat(200), '{"a":'.repeat(100)]
];

interface Change {
	at: number;
	cut: number;
	put: string;
}

const change: fc.Arbitrary<Change> = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	cut: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 400 })),
	put: fc.oneof(fc.constantFrom('', ...tokens), fc.string({ maxLength: 6, unit: 'binary' }))
});

function mutated(text: string, changes: Change[]): string {
	return changes.reduce((so, { at, cut, put }) => {
		const place = Math.floor(at * so.length);
		return so.slice(0, place) + put + so.slice(place + cut);
	}, text);
}

function read(source: Source | MixedSource, text: string, size: number): (SourceItem | EventItem)[] {
	const items: (SourceItem | EventItem)[] = [];
	for (let at = 0; at < text.length; at += size) items.push(...source.read(text.slice(at, at + size)));
	return [...items, ...source.end()];
}

/** The items, or none of a body that is refused as a whole. */
function tried(source: Source | MixedSource, text: string, size: number): (SourceItem | EventItem)[] {
	try {
		return read(source, text, size);
	} catch (error) {
		if (error instanceof UnreadableBody) return [];
		throw error;
	}
}

/** Every event of one trail: a fold must stand what nobody would send together. */
function folded(source: Source | MixedSource, items: (SourceItem | EventItem)[]): void {
	if (!('fold' in source)) return;
	const events = items.flatMap((item) => ('event' in item ? [item.event] : []));
	const times = source
		.fold(events, [])
		.flatMap(({ enqueuedAt, answeredAt, endedAt }) => [enqueuedAt, answeredAt, endedAt]);
	for (const at of times) expect(at === null || Number.isFinite(at)).toBe(true);
	for (const { enqueuedAt, answeredAt, endedAt } of source.fold(events, [])) {
		expect(answeredAt ?? enqueuedAt).toBeGreaterThanOrEqual(enqueuedAt);
		expect(endedAt ?? Infinity).toBeGreaterThanOrEqual(answeredAt ?? enqueuedAt);
	}
}

const sources: Record<string, (options: SourceOptions) => Source | MixedSource> = {
	...vendorSources,
	'twilio-taskrouter': twilioTaskrouter,
	cloudevents: (options) => cloudEvents(null, options)
};

describe.each(Object.entries(sources))('%s', (format, make) => {
	const options = { zone: 'Europe/Berlin', queue: null, fields: null };
	const texts = readdirSync(join(folder, format))
		.filter((file) => !file.endsWith('.expected.json'))
		.map((file) => readFileSync(join(folder, format, file), 'utf8'));

	test('whatever is sent is read or refused', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...texts),
				fc.array(change, { minLength: 1, maxLength: 5 }),
				fc.integer({ min: 1, max: 5000 }),
				(text, changes, size) => {
					const broken = mutated(text, changes);
					const source = make(options);
					const items = tried(source, broken, size);
					folded(source, items);
					for (const item of items) {
						expect(item.line).toBeGreaterThan(0);
						expect(item.text.length).toBeLessThanOrEqual(broken.length + 1000);
						if ('record' in item) parseCall(item.record, limits);
						else if ('problem' in item) expect(item.problem.message).toMatch(/\w/);
					}
				}
			),
			{ seed: 3, numRuns: 2000 }
		);
	});

	test('time grows with length and no faster, whatever is repeated', () => {
		const begin = texts[0] ?? '';
		for (const token of [
			'{',
			'[',
			'"',
			',',
			'<',
			'<a>',
			'{"a":1',
			'}{',
			'\n{',
			' ',
			'},\n',
			'&b;',
			'%',
			'a=b&',
			'Chain: ,',
			'[{'
		]) {
			const seconds = timeOf(() =>
				tried(make(options), begin.slice(0, 300) + token.repeat(Math.ceil(300_000 / token.length)), 65_536)
			);
			// Mostly a tenth of a second; if time grew with the square of the length, it would be minutes.
			expect(seconds, JSON.stringify(token)).toBeLessThan(5);
		}
	});
});

function timeOf(work: () => void): number {
	const begun = performance.now();
	work();
	return (performance.now() - begun) / 1000;
}
