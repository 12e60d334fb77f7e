import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCall } from '#model/parseCall.ts';
import { cloudEvents } from './cloudEvents.ts';
import type { EventItem, MixedSource, Source, SourceItem, SourceOptions } from './source.ts';
import { vendorSources } from './vendorSources.ts';

/**
 * Each file of fixtures/<format>/ beside its `.expected.json`: `why` it is there, `options` of the request, and what
 * is read from it, in order: a record, or `refused` with the code and the field, by the source or by the check of the
 * record.
 */
interface Expected {
	why: string;
	options?: Partial<SourceOptions>;
	items: unknown[];
	/** How the reason begins, where the body is refused as a whole. */
	unreadable?: string;
}

const folder = join(import.meta.dirname, 'fixtures');
const root = join(import.meta.dirname, '../..');
const now = Date.parse('2026-12-01T00:00:00Z');

function outcome(item: SourceItem | EventItem, queue: string | null): unknown {
	if ('problem' in item) return { line: item.line, refused: item.problem.code, field: item.problem.field };
	if ('event' in item) return { line: item.line, trail: item.event.trail, content: item.event.content };
	const record = queue === null ? item.record : { queue, ...Object(item.record) };
	const parsed = parseCall(record, { now, oldestAt: null });
	if ('problem' in parsed)
		return { line: item.line, refused: parsed.problem.code, field: parsed.problem.field };
	return item.record;
}

function inPieces(source: Source | MixedSource, text: string, size: number): (SourceItem | EventItem)[] {
	const items: (SourceItem | EventItem)[] = [];
	for (let at = 0; at < text.length; at += size) items.push(...source.read(text.slice(at, at + size)));
	return [...items, ...source.end()];
}

const sources: Record<string, (options: SourceOptions) => Source | MixedSource> = {
	...vendorSources,
	cloudevents: (options) => cloudEvents(null, options)
};

describe.each(Object.entries(sources))('%s', (format, make) => {
	const files = readdirSync(join(folder, format)).filter((file) => !file.endsWith('.expected.json'));

	test('has fixtures', () => expect(files.length).toBeGreaterThan(2));

	test.each(files)('%s', (file) => {
		const text = readFileSync(join(folder, format, file), 'utf8');
		const expected: Expected = JSON.parse(
			readFileSync(join(folder, format, `${file.replace(/\.\w+$/, '')}.expected.json`), 'utf8')
		);
		const options = { zone: 'Asia/Shanghai', queue: null, fields: null, ...expected.options };
		expect(expected.why).toMatch(/\w/);
		if (expected.unreadable !== undefined) {
			expect(() => inPieces(make(options), text, text.length)).toThrow(expected.unreadable);
			return;
		}
		const whole = inPieces(make(options), text, text.length);
		expect(whole.map((item) => outcome(item, options.queue))).toEqual(expected.items);
		for (const size of [1, 7, 100]) expect(inPieces(make(options), text, size)).toEqual(whole);
	});

	test('has a row in the README and a page of its own', () => {
		expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(
			`[\`${format}\`](docs/sources/${format}.md)`
		);
		expect(readFileSync(join(root, 'docs/sources', `${format}.md`), 'utf8').length).toBeGreaterThan(300);
	});
});
