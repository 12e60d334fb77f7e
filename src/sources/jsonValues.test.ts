import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonValues } from './jsonValues.ts';
import { UnreadableBody, vendorChars } from './source.ts';

function read(text: string, size = text.length || 1, within: string[] = ['rows']): unknown[] {
	const values = jsonValues(within);
	const found = [];
	for (let at = 0; at < text.length; at += size) found.push(...values.read(text.slice(at, at + size)));
	found.push(...values.end());
	expect(found.map(({ line }) => line)).toEqual(found.map((_, i) => i + 1));
	return found.map((one) => ('problem' in one ? one.problem.code : one.value));
}

describe('jsonValues', () => {
	it('reads one, many, lines, arrays, and what stands with nothing between', () => {
		const objects = [{ a: 1 }, { b: '}{' }, { c: [{}] }];
		for (const text of [
			'{"a":1}{"b":"}{"}{"c":[{}]}',
			'[{"a":1},{"b":"}{"},\n{"c":[{}]}]',
			'\ufeff {"a":1}\r\n{"b":"}{"}\n\n{"c":[{}]}\n',
			'{"n":3,"rows":[{"a":1},{"b":"}{"}],"next":"x"}{"rows":[]}{"rows":[{"c":[{}]}]}',
			'[{"a":1}][{"b":"}{"}]{"c":[{}]}'
		])
			expect(read(text)).toEqual(objects);
		expect(read('{"row":[1],"x":{"rows":[2]},"y":"rows"}')).toEqual([
			{ row: [1], x: { rows: [2] }, y: 'rows' }
		]);
		expect(read('')).toEqual([]);
	});

	it('lets a broken value cost itself', () => {
		expect(read('{"a":1\n{"b":2}\n{"c":3}\n')).toEqual(['not_json', { b: 2 }, { c: 3 }]);
		expect(read('{"a":"1}\n{"b":2}\n')).toEqual(['not_json', { b: 2 }]);
		expect(read('{"a":1}}{"b":2}')).toEqual([{ a: 1 }, 'not_json', { b: 2 }]);
		expect(read('[{"a":1},7,{"b":}]')).toEqual([{ a: 1 }, 7, 'not_json']);
		expect(read('{"a":"\ufffd"}{"b":2}')).toEqual(['not_utf8', { b: 2 }]);
	});

	it('drops a value that is too long, wherever it stands, and goes on after it', () => {
		const long = `{"a":["${'x'.repeat(vendorChars)}",{},{}]}`;
		for (const text of [`${long}{"b":2}`, `[${long},{"b":2}]`, `{"rows":[${long},{"b":2}],"z":1}`])
			expect(read(text, 65_536)).toEqual(['record_too_large', { b: 2 }]);
		expect(read(`{"a":1\n{"b":2}\n{"c":"${'x'.repeat(vendorChars)}`, 65_536)).toEqual([
			'not_json',
			{ b: 2 },
			'record_too_large'
		]);
	});

	it('refuses what begins as no JSON', () => {
		expect(() => read('id,queue\n')).toThrow(UnreadableBody);
		expect(() => read('"a"')).toThrow(/begins with/);
	});

	it('reads the same however the text is cut', () => {
		const part = fc.constantFrom(
			...['{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' ', '{"a":1}', '"rows":[', '7', 'x', '{"b":{}}']
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 24 }), fc.integer({ min: 1, max: 9 }), (parts, size) => {
				const text = `{"a":0}${parts.join('')}`;
				expect(read(text, size)).toEqual(read(text));
			}),
			{ seed: 11, numRuns: 5000 }
		);
	});
});
