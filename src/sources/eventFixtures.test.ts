import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventSources } from './eventSources.ts';
import type { EventItem, EventSource, KeptEvent, SourceOptions, Visit } from './source.ts';

/**
 * Each file of fixtures/<format>/ beside its `.expected.json`: `why` it is there, `options` of the request, the `calls`
 * that it makes (fields that are null are left out), and the lines that are `refused`, with field and code.
 */
interface Expected {
	why: string;
	options?: Partial<SourceOptions>;
	calls: object[];
	refused?: unknown[];
}

const folder = join(import.meta.dirname, 'fixtures');
const root = join(import.meta.dirname, '../..');

function inPieces(source: EventSource, text: string, size: number): EventItem[] {
	const items: EventItem[] = [];
	for (let at = 0; at < text.length; at += size) items.push(...source.read(text.slice(at, at + size)));
	return [...items, ...source.end()];
}

/** The calls of a whole file, as ingestion makes them: by trail, each event once. */
function callsOf({ fold }: EventSource, items: EventItem[]): object[] {
	const trails = new Map<string, Map<string, KeptEvent>>();
	for (const item of items) {
		if (!('event' in item)) continue;
		const { trail, content, caller } = item.event;
		if (content !== '') trails.set(trail, (trails.get(trail) ?? new Map()).set(content, { content, caller }));
	}
	const restarts = [...(trails.get('')?.keys() ?? [])].map(Number);
	trails.delete('');
	return [...trails].flatMap(([trail, events]) =>
		fold([...events.values()], restarts).map((visit, i) =>
			readable(i === 0 ? trail : `${trail}/${i + 1}`, visit)
		)
	);
}

function readable(id: string, visit: Visit): object {
	const instant = (at: number | null) =>
		at === null ? null : new Date(at).toISOString().replace('.000', '');
	const call = {
		id,
		enqueued_at: instant(visit.enqueuedAt),
		answered_at: instant(visit.answeredAt),
		ended_at: instant(visit.endedAt),
		outcome: visit.outcome,
		agent: visit.agent,
		talk_seconds: visit.talkSeconds,
		wrap_seconds: visit.wrapSeconds,
		caller: visit.caller
	};
	return Object.fromEntries(Object.entries(call).filter(([, value]) => value !== null));
}

describe.each(Object.entries(eventSources))('%s', (format, make) => {
	const files = readdirSync(join(folder, format)).filter((file) => !file.endsWith('.expected.json'));
	const defaults = { zone: 'Asia/Shanghai', queue: null, fields: null };

	test('has fixtures', () => expect(files.length).toBeGreaterThan(5));

	test.each(files)('%s', (file) => {
		const text = readFileSync(join(folder, format, file), 'utf8');
		const expected: Expected = JSON.parse(
			readFileSync(join(folder, format, file.replace(/\.\w+$/, '.expected.json')), 'utf8')
		);
		const options = { ...defaults, ...expected.options };
		const source = make(options);
		const items = inPieces(source, text, text.length);
		const refused = items.flatMap((item) =>
			'problem' in item ? [[item.line, item.problem.field, item.problem.code]] : []
		);
		expect({ why: expected.why, calls: callsOf(source, items), refused }).toEqual({
			why: expect.stringMatching(/\w{3}/),
			calls: expected.calls,
			refused: expected.refused ?? []
		});
		for (const size of [1, 7, 100]) expect(inPieces(make(options), text, size)).toEqual(items);
	});

	test('keeps no number of anybody', () => {
		for (const file of files) {
			const source = make(defaults);
			const items = inPieces(source, readFileSync(join(folder, format, file), 'utf8'), 1000);
			const kept = items.flatMap((item) => ('event' in item ? [item.event.content] : []));
			expect(kept.filter((content) => /\+\d{6}|4930/.test(content))).toEqual([]);
		}
	});

	test('has a row in the README, which leads to a page of its own', () => {
		const [, page = ''] =
			new RegExp(`\\[\`${format}\`\\]\\((docs/sources/\\S+\\.md)\\)`).exec(
				readFileSync(join(root, 'README.md'), 'utf8')
			) ?? [];
		expect(page).not.toBe('');
		expect(readFileSync(join(root, page), 'utf8')).toContain(format);
	});

	test('reads whatever comes, without an error and in linear time', () => {
		const texts = files.map((file) => readFileSync(join(folder, format, file), 'utf8'));
		const pieces = fc.oneof(
			fc.constantFrom(...texts.flatMap((text) => text.split(/(?<=[|\n,])/))),
			fc.string({ maxLength: 8, unit: 'binary' }),
			fc.constantFrom('\n', '|', '||', '\r\n', '"', '\0', '-1', '99999999999', 'NONE')
		);
		let lines = 0;
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), fc.nat(40), (parts, size) => {
				const header = format.endsWith('csv')
					? 'time,callid,queuename,agent,event,data1,data2,data3,data4,data5\n'
					: format.startsWith('twilio')
						? '{"EventType":"task.updated"}'
						: '';
				const source = make({ ...defaults, queue: 'any' });
				const items = inPieces(source, header + parts.join(''), size + 1);
				for (const call of callsOf(source, items)) expect(JSON.stringify(call)).not.toMatch(/NaN|Infinity/);
				lines += items.length;
			}),
			{ seed: 3, numRuns: 5000 }
		);
		expect(lines).toBeGreaterThan(1000);
	});
});
