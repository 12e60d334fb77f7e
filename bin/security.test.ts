import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot, root } from './root.js';

const page = readFileSync(inRoot('docs', 'security.md'), 'utf8');
const asvs = page.slice(page.indexOf('## ASVS'), page.indexOf('## What is kept'));

/** The items of levels 1 and 2 of ASVS 5.0.0, by their numbers. */
const items = `1.1.1–1.1.2, 1.2.1–1.2.9, 1.3.1–1.3.11, 1.4.1–1.4.3, 1.5.1–1.5.2, 2.1.1–2.1.3, 2.2.1–2.2.3, 2.3.1–2.3.4, 2.4.1,
	3.2.1–3.2.2, 3.3.1–3.3.4, 3.4.1–3.4.6, 3.5.1–3.5.5, 3.7.1–3.7.2, 4.1.1–4.1.3, 4.2.1, 4.3.1–4.3.2, 4.4.1–4.4.4, 5.1.1, 5.2.1–5.2.3,
	5.3.1–5.3.2, 5.4.1–5.4.3, 6.1.1–6.1.3, 6.2.1–6.2.12, 6.3.1–6.3.4, 6.4.1–6.4.4, 6.5.1–6.5.5, 6.6.1–6.6.3, 6.8.1–6.8.4, 7.1.1–7.1.3,
	7.2.1–7.2.4, 7.3.1–7.3.2, 7.4.1–7.4.5, 7.5.1–7.5.2, 7.6.1–7.6.2, 8.1.1–8.1.2, 8.2.1–8.2.3, 8.3.1, 8.4.1, 9.1.1–9.1.3, 9.2.1–9.2.4,
	10.1.1–10.1.2, 10.2.1–10.2.2, 10.3.1–10.3.4, 10.4.1–10.4.11, 10.5.1–10.5.5, 10.6.1–10.6.2, 10.7.1–10.7.3, 11.1.1–11.1.2, 11.2.1–11.2.3,
	11.3.1–11.3.3, 11.4.1–11.4.4, 11.5.1, 11.6.1, 12.1.1–12.1.3, 12.2.1–12.2.2, 12.3.1–12.3.4, 13.1.1, 13.2.1–13.2.5, 13.3.1–13.3.2,
	13.4.1–13.4.5, 14.1.1–14.1.2, 14.2.1–14.2.4, 14.3.1–14.3.3, 15.1.1–15.1.3, 15.2.1–15.2.3, 15.3.1–15.3.7, 16.1.1, 16.2.1–16.2.5,
	16.3.1–16.3.4, 16.4.1–16.4.3, 16.5.1–16.5.3, 17.1.1, 17.2.1–17.2.4, 17.3.1–17.3.2`;

/** `6.2.1–6.2.3, 6.3.1` as its single numbers. */
function numbersIn(text: string): string[] {
	return [...text.matchAll(/\b(\d+\.\d+)\.(\d+)(?:–\1\.(\d+))?/g)].flatMap(
		([, section = '', first, last]) => {
			const [from, to] = [Number(first), Number(last ?? first)];
			return Array.from({ length: to - from + 1 }, (_, i) => `${section}.${from + i}`);
		}
	);
}

test('every item of ASVS 5.0.0, level 2, is answered once', () => {
	const rows = asvs.split('\n').filter((line) => /^\| \d/.test(line));
	const notApplicable = asvs.slice(asvs.indexOf('Not applicable:'));
	const answered = [...rows.map((row) => row.split('|')[1] ?? ''), notApplicable].flatMap(numbersIn);
	const wanted = numbersIn(items);
	expect(wanted).toHaveLength(253);
	expect(wanted.filter((number) => !answered.includes(number))).toEqual([]);
	expect(answered.filter((number) => !wanted.includes(number))).toEqual([]);
	expect(answered.filter((number, i) => answered.indexOf(number) !== i)).toEqual([]);
});

test('the tests that it names are there', () => {
	const files = execFileSync('git', ['ls-files', '*.test.ts'], { cwd: root, encoding: 'utf8' }).split('\n');
	const there = new Set(files.map((file) => file.split('/').at(-1)));
	const named = [...new Set([...asvs.matchAll(/`([\w.]+\.test\.ts)`/g)].map(([, name]) => name))];
	expect(named.length).toBeGreaterThan(30);
	expect(named.filter((name) => !there.has(name))).toEqual([]);
});
