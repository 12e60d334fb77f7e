// `npm run torture -- [PRODUCT KILLS] [DATABASE KILLS] [SEED] [KILLS OF TWO PROCESSES]`
import { quantile } from '../../bench/figure.ts';
import { torture } from './torture.ts';
import { tortureTwo } from './twoProcesses.ts';

const [productKills = 200, databaseKills = 200, seed = 1, kills = 50] = process.argv.slice(2).map(Number);
const { faults, calls, batches, repeated, startMs, recoveryMs, killed } = await torture({
	productKills,
	databaseKills,
	seed,
	say: console.error
});
const times = (list: number[]) =>
	list.length === 0
		? 'none'
		: `median ${Math.round(quantile(list, 0.5))} ms, longest ${Math.round(Math.max(...list))} ms`;
console.log(`${batches} batches with ${calls} calls were acknowledged, ${repeated} requests sent again.`);
console.log(`The product was killed ${startMs.length} times; starts: ${times(startMs)}.`);
const what = Object.entries(killed).map(([name, count]) => `${name} ${count}`);
console.log(
	`The database was killed ${recoveryMs.length} times (${what.join(', ')}); back after: ${times(recoveryMs)}.`
);
const two = await tortureTwo({ kills, seed, say: console.error });
console.log(
	`Of two processes on one database one was killed ${two.kills} times: ${two.batches} contradicting batches about ${two.calls} calls were acknowledged, ${two.repeated} requests sent again.`
);
faults.push(...two.faults);
for (const fault of faults) console.log(`FAULT: ${fault}`);
console.log(faults.length === 0 ? 'Every acknowledged call is there once, and verify is clean.' : 'FAILED');
process.exit(faults.length === 0 ? 0 : 1);
