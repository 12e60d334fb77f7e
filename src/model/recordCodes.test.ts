import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordCodes } from './recordCodes.ts';

/** The code of every place that refuses a record: `code: 'x'`, or `refuse(…, 'x', message)`. */
function codesIn(text: string): string[] {
	const places = [
		...text.matchAll(/\bcode: '(\w+)'/g),
		...text.matchAll(/\brefuse\(\s*(?:[^,()]+,\s*){1,2}'([a-z]\w*)'/g)
	];
	return places.map(([, code = '']) => code);
}

const src = join(import.meta.dirname, '..');
const used = ['model', 'sources', 'ingest']
	.flatMap((room) =>
		readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map((file) => join(src, room, file))
	)
	.filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|recordCodes\.ts$/.test(file))
	.flatMap((file) => codesIn(readFileSync(file, 'utf8')));

test('finds codes however they are written', () => {
	expect(
		codesIn("refuse(null, null, 'a_b', 'x y'); this.refuse(\n\tfield,\n\t'c',\n\t`no`\n); { code: 'd' }")
	).toEqual(['d', 'a_b', 'c']);
	expect(used.length).toBeGreaterThan(25);
});

test('every code that a record is refused with is documented', () => {
	expect([...new Set(used)].filter((code) => !Object.hasOwn(recordCodes, code))).toEqual([]);
});

test('every documented code is in use', () => {
	expect(Object.keys(recordCodes).filter((code) => !used.includes(code))).toEqual([]);
});
