import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { UnreadableBody, type Source, type SourceItem } from './source.ts';

function whole(source: Source, text: string): SourceItem[] {
	return [...source.read(text), ...source.end()];
}

function inPieces(source: Source, text: string, size: number): SourceItem[] {
	const items: SourceItem[] = [];
	for (let at = 0; at < text.length; at += size) items.push(...source.read(text.slice(at, at + size)));
	return [...items, ...source.end()];
}

const brief = (items: SourceItem[]) =>
	items.map((item) =>
		'problem' in item ? `${item.line} ${item.problem.code}` : `${item.line} ${JSON.stringify(item.record)}`
	);

describe('ndjson', () => {
	it('reads a record a line, passes over empty lines and says which line is wrong', () => {
		expect(brief(whole(ndjson(), '{"id":"a"}\r\n\n{"id":\n[1]\n{"id":"b"}'))).toEqual([
			'1 {"id":"a"}',
			'3 not_json',
			'4 [1]',
			'5 {"id":"b"}'
		]);
	});

	it('refuses a line that is too long without keeping it, and goes on after it', () => {
		const text = `{"id":"a"}\n{"id":"${'x'.repeat(100_000)}"}\n{"id":"b"}\n`;
		const items = inPieces(ndjson(), text, 7_000);
		expect(brief(items)).toEqual(['1 {"id":"a"}', '2 record_too_large', '3 {"id":"b"}']);
		expect(items[1]?.text.length).toBeLessThanOrEqual(1000);
	});

	it('counts bytes, not characters', () => {
		expect(brief(whole(ndjson(), `{"id":"${'支'.repeat(6000)}"}`))).toEqual(['1 record_too_large']);
	});
});

describe('json', () => {
	it('takes one record, an array, or calls', () => {
		expect(brief(whole(json(), '{"id":"a"}'))).toEqual(['1 {"id":"a"}']);
		expect(brief(whole(json(), '[{"id":"a"},7]'))).toEqual(['1 {"id":"a"}', '2 7']);
		expect(brief(whole(json(), '{"calls":[]}'))).toEqual([]);
	});

	it('says where a body that is no JSON breaks', () => {
		expect(() => whole(json(), '[\n{"id" "a"}]')).toThrow(/line 2, column 7/);
		expect(() => whole(json(), '17')).toThrow(UnreadableBody);
		expect(() => whole(json(), '{"calls":1}')).toThrow(UnreadableBody);
		expect(() => whole(json(), '')).toThrow(UnreadableBody);
	});
});

describe('csv', () => {
	it('reads cells by the header, with quotes, commas and line ends in them', () => {
		const text =
			'ID,queue,enqueued_at,agent,talk_seconds,deleted\r\n1,"a, b",t,"x ""y""\nz",12,\r\n2,q,,,1.5,TRUE\r\n';
		expect(brief(whole(csv(), text))).toEqual([
			'2 {"id":"1","queue":"a, b","enqueued_at":"t","agent":"x \\"y\\"\\nz","talk_seconds":12}',
			'4 {"id":"2","queue":"q","talk_seconds":"1.5","deleted":true}'
		]);
	});

	it('lets a quote that is never closed cost its own line only', () => {
		const text = 'id,queue,enqueued_at\n1,"q,t\n2,q,t\n3,q,t\n';
		expect(brief(whole(csv(), text))).toEqual([
			'2 open_quote',
			'3 {"id":"2","queue":"q","enqueued_at":"t"}',
			'4 {"id":"3","queue":"q","enqueued_at":"t"}'
		]);
		const long = text + '4,q,t\n'.repeat(10_000);
		expect(whole(csv(), long)).toHaveLength(10_003);
	});

	it('names a row with another number of cells, and a header that cannot be used', () => {
		expect(brief(whole(csv(), 'id,enqueued_at\n1,2,3\n'))).toEqual(['2 wrong_number_of_cells']);
		expect(() => whole(csv(), 'id,queue\n1,2\n')).toThrow(/no column enqueued_at/);
		expect(() => whole(csv(), 'id,id,enqueued_at\n')).toThrow(/twice/);
	});
});

describe('every source', () => {
	it('reads the same however the text is cut', () => {
		const line = fc.oneof(
			fc.constantFrom('{"id":"a"}', '{"id":"支"}', '{', '', 'x,"y', '"a","b\n",c', 'a,b,c', '"",,""', '\r'),
			fc.string({ maxLength: 12 })
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (lines, size) => {
				const text = lines.join('\n');
				expect(inPieces(ndjson(), text, size)).toEqual(whole(ndjson(), text));
				const table = `id,enqueued_at,queue\n${text}`;
				expect(inPieces(csv(), table, size)).toEqual(whole(csv(), table));
			}),
			{ seed: 5, numRuns: 2000 }
		);
	});
});
