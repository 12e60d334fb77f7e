// `npm run bench -- forecast`: how well load is forecast, on five generated worlds and, where OFFPEAK_TEST_DATA names a
// folder that has it, on a year of a real bank; and how long it takes. docs/forecasting.md has the protocol.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bankYear } from './bankYear.ts';
import { manyQueues } from './manyQueues.ts';
import { speed } from './speed.ts';
import { textTable } from './textTable.ts';
import { worlds } from './worlds.ts';

const { values } = parseArgs({
	allowPositionals: true,
	options: {
		/** How many queues are forecast one after the other. */
		queues: { type: 'string', default: '100' },
		/** Only how long it takes. */
		speed: { type: 'boolean', default: false }
	}
});
if (!values.speed) await howWell();
console.log(`Speed, one queue\n${textTable(speed())}\n`);
console.log(`Speed, a night\n${textTable(manyQueues(Number(values.queues)))}`);

async function howWell(): Promise<void> {
	const year = join(process.env.OFFPEAK_TEST_DATA ?? '', 'israel-bank-1999-hourly.csv');
	if (process.env.OFFPEAK_TEST_DATA && existsSync(year)) {
		const startedAt = performance.now();
		console.log(`A bank, 1999 (protocol isr-v1), hourly WAPE %\n${textTable(await bankYear(year))}`);
		console.log(`In ${((performance.now() - startedAt) / 1000).toFixed(1)} s.\n`);
	} else console.error('Skipped: a bank, 1999 (OFFPEAK_TEST_DATA names no folder that has it).');
	console.log(`Generated worlds, WAPE %, five seeds each\n${textTable(worlds([1, 2, 3, 4, 5]))}\n`);
}
