import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importQuery } from './importQuery.ts';
import { previewImport } from './previewImport.server.ts';
import { previewView } from './previewView.server.ts';

const now = Date.parse('2026-03-20T00:00:00Z');
const limits = { zone: 'Asia/Shanghai', now, oldestAt: null };

function shown(text: string | Buffer, form: Record<string, string> = {}, isWhole = true) {
	const beginning = typeof text === 'string' ? Buffer.from(text) : text;
	const preview = previewImport({ beginning, isWhole }, importQuery(new URLSearchParams(form)), limits);
	if ('problem' in preview) throw new Error(preview.problem);
	return previewView(preview, { lang: 'en', now });
}

const table =
	'Start;Queue;Result;Wait\n2026-03-02 09:15:00;a;answered;20\n2026-03-09 09:16:00;b;gone fishing;30\n2026-03-09 09:17:00;b;no answer;30\n';

test('says in a sentence what a file holds, and on each row what becomes of it', () => {
	const view = shown(table);
	expect(view.finding).toBe('2 calls of 2 queues from Mar 2, 2026 to Mar 9, 2026; 1 row cannot be read.');
	expect(
		view.rows.map(({ line, call, note }) => [line, call?.queue, call?.wait, note?.reason, note?.field])
	).toEqual([
		['2', 'a', '0:20', undefined, undefined],
		['3', undefined, undefined, 'an unknown outcome', 'column Result'],
		['4', 'b', '0:30', undefined, undefined]
	]);
	expect(view.table?.words).toEqual([
		{ word: 'answered', meaning: 'answered' },
		{ word: 'gone fishing', meaning: '' },
		{ word: 'no answer', meaning: 'abandoned' }
	]);
});

test('reads by what the form says, and hands on a query that reads the same', () => {
	const form = { 'map:enqueued_at': '#1', 'map:queue': '', 'word:gone fishing': 'skip', queue: 'desk' };
	const view = shown(table, form);
	expect(view.finding).toBe('3 calls of desk from Mar 2, 2026 to Mar 9, 2026; every row can be read.');
	const again = previewImport(
		{ beginning: Buffer.from(table), isWhole: true },
		new URLSearchParams(view.query),
		limits
	);
	if ('problem' in again) throw new Error(again.problem);
	expect(previewView(again, { lang: 'en', now })).toEqual(view);
});

test('leaves out the row that is cut off, and says that it has seen the beginning only', () => {
	const log = '1772414110|1.1|q|NONE|ENTERQUEUE||1|1\n1772414119|1.1|q|NONE|ABANDON|1|1|9\n17724141';
	const view = shown(log, {}, false);
	expect(view.format).toBe('asterisk-queue-log');
	expect(view.finding).toBe('The beginning holds 1 call of q on Mar 2, 2026; every row can be read.');
	expect(view.rows).toMatchObject([
		{ line: '1', call: { outcome: 'abandoned', wait: '0:09', lines: '2 lines' } }
	]);
});

test('looks into gzip, also a part of it', () => {
	const rows = Array.from({ length: 5_000 }, (_, i) => `2026-03-02 09:15:00;q${i};answered;${i}\n`).join('');
	const zipped = gzipSync(`Start;Queue;Result;Wait\n${rows}`);
	expect(shown(zipped).calls).toBe('5,000');
	expect(shown(zipped.subarray(0, zipped.length / 2), {}, false).finding).toMatch(
		/^The beginning holds [\d,]+ calls/
	);
	const broken = { beginning: zipped.subarray(0, 100), isWhole: true };
	expect(previewImport(broken, new URLSearchParams(), limits)).toHaveProperty('problem');
});

test('asks for the column of times where none is told', () => {
	const view = shown('a;b\n1;2\n3;4\n', { format: 'csv' });
	expect(view).toMatchObject({
		canImport: false,
		chooseTime: expect.stringContaining('Choose the column'),
		rows: []
	});
});

test('refuses a setting that is none', () => {
	const read = previewImport(
		{ beginning: Buffer.from(table), isWhole: true },
		new URLSearchParams('zone=Mars'),
		limits
	);
	expect(read).toMatchObject({ field: 'zone' });
});
