import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guessFormat } from './guessFormat.ts';

test.each([
	['{"id":"1","enqueued_at":"2026-03-02T09:15:00+08:00"}\n', 'ndjson'],
	['{"calls":[{"id":"1","enqueued_at":"2026-03-02T09:15:00+08:00"}]}', 'json'],
	['[\n{"id":"1","enqueued_at":"2026-03-02T09:15:00+08:00"}\n]', 'json'],
	['\ufeffid,queue,enqueued_at\n', 'csv'],
	['1772414110|1772414101.1|support|NONE|ENTERQUEUE||1001|1\n', 'asterisk-queue-log'],
	['"time","callid","queuename","agent","event","data1"\n', 'asterisk-queue-log-csv'],
	['Call 61,0000,00:05:36,2023/09/19 13:33:54', '3cx'],
	['Beginn;Status\n02.03.2026 09:15;angenommen\n', 'csv'],
	['a,b,c\n1,2,3\n', null],
	['nothing of the kind', null],
	['', null],
	['{"a":1}', null]
])('%j', (text, format) => expect(guessFormat(text)).toBe(format));

test('knows most of what vendors write', () => {
	for (const format of ['asterisk-queue-log', 'asterisk-queue-log-csv', 'amazon-connect']) {
		const folder = join(import.meta.dirname, 'fixtures', format);
		const files = readdirSync(folder).filter((file) => !/expected|broken|foreign|any-order/.test(file));
		const guessed = files.map((file) => guessFormat(readFileSync(join(folder, file), 'utf8')));
		expect(guessed.filter((guess) => guess === format).length / files.length).toBeGreaterThan(0.9);
	}
});
