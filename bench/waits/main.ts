// `npm run bench -- waits`: how well waits are foretold, on the demo's generated half year and, where OFFPEAK_TEST_DATA
// names a folder that has them, on the calls of a real bank. docs/waits.md has the protocol.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scoreWaits } from '#analysis/waitBacktest/scoreWaits.ts';
import { waitBacktest } from '#analysis/waitBacktest/waitBacktest.ts';
import { readCallFile } from '../../src/commands/readCallFile.ts';
import { demoQueues } from './demoQueues.ts';
import { months } from './months.ts';
import { rows, type Goals, type Row } from './rows.ts';
import { speed } from './speed.ts';

const demoGoals: Goals = { beside: { les: 0.73 } };
// The error figures that the method has reached on this month before, as published with it.
const januaryGoals: Goals = { rmse: 58, mae: 38, beside: { les: 0.76, mean_10: 0.83, queue_length: 0.9 } };

const queues = demoQueues();
const sections: [title: string, rows: Row[]][] = [
	['demo, 26 weeks of three queues', rows(scoreWaits(queues.flatMap(({ told }) => told)), demoGoals)],
	...queues.map(({ slug, told, offered }): [string, Row[]] => [
		`demo, ${slug}`,
		[...rows(scoreWaits(told), demoGoals), offered]
	])
];

const january = join(process.env.OFFPEAK_TEST_DATA ?? '', 'anonymous-bank-1999-01', 'calls.ndjson.gz');
if (process.env.OFFPEAK_TEST_DATA && existsSync(january)) {
	const { calls } = await readCallFile(january, Date.now());
	const without = waitBacktest(calls, { leaveOutTopics: ['in'] });
	sections.push(['a bank, January 1999', rows(waitBacktest(calls), januaryGoals)]);
	sections.push(['the same without internet support', rows(without, januaryGoals)]);
} else console.error('Skipped: a bank, January 1999 (OFFPEAK_TEST_DATA names no folder that has it).');
sections.push(...months());
sections.push(['speed', speed()]);

const cells = sections.flatMap(([title, rows]) => rows.map((row) => [title, ...row]));
const all = [['world', 'figure', 'Offpeak', 'goal', ''], ...cells];
const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
for (const row of all)
	console.log(
		row
			.map((cell, i) => cell.padEnd(widths[i] ?? 0))
			.join('  ')
			.trimEnd()
	);
