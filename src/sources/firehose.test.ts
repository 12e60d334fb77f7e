import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { amazonConnect } from './amazonConnect.ts';
import { firehose } from './firehose.ts';

const contacts = readFileSync(join(import.meta.dirname, 'fixtures/amazon-connect/concatenated.json'), 'utf8');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const envelope = (data: unknown[]) =>
	JSON.stringify({ requestId: 'r-1', timestamp: 1772414585000, records: data.map((one) => ({ data: one })) });

function read(text: string, size = text.length) {
	const source = firehose(amazonConnect());
	const items = [];
	for (let at = 0; at < text.length; at += size) items.push(...source.read(text.slice(at, at + size)));
	return [...items, ...source.end()];
}

test('reads what the records hold, however it is cut into them and they into pieces', () => {
	const direct = amazonConnect();
	const expected = [...direct.read(contacts), ...direct.end()];
	expect(expected).toHaveLength(3);
	for (const parts of [
		[contacts],
		contacts.split(/(?<=\})(?=\{"AWS)/),
		[contacts.slice(0, 50), contacts.slice(50)]
	])
		for (const size of [1, 1000, 100_000]) expect(read(envelope(parts.map(base64)), size)).toEqual(expected);
});

test('an envelope without records holds none; what is no base64 is refused', () => {
	expect(read(envelope([]))).toEqual([]);
	expect(read('{"requestId":"r-1","timestamp":1}')).toEqual([]);
	expect(
		read(envelope(['%%', base64(contacts), 7])).map((item) => 'problem' in item && item.problem.code)
	).toEqual(['not_a_string', false, false, false, 'not_a_string']);
});
