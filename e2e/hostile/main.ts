// `npm run hostile -- [REQUESTS] [SEED] [--rates]`
import { inWords } from '../../bench/processorTime.ts';
import { hostile } from './hostile.ts';

const args = process.argv.slice(2);
const ratesOn = args.includes('--rates');
const [requests = 10_000, seed = 1] = args.filter((arg) => arg !== '--rates').map(Number);
const { faults, statuses, grownMb, quiet, under, kinds, busy, processor } = await hostile({
	requests,
	seed,
	ratesOn,
	say: console.error
});
const ms = (value: number) => `${value.toFixed(1)} ms`;
console.log(
	ratesOn
		? 'With the rates that Offpeak ships with (requests a minute of a key and of an address).'
		: 'At full strength: no rates; all else as Offpeak ships.'
);
console.log(
	`${requests} hostile requests; answers: ${JSON.stringify(statuses)} (null: none, the connection was closed).`
);
console.log(`Memory grew by at most ${Math.round(grownMb)} MB.`);
console.log(
	`Another client: quiet median ${ms(quiet.p50)}, p99 ${ms(quiet.p99)}; meanwhile median ${ms(under.p50)}, p99 ${ms(under.p99)} (${(under.p99 / quiet.p99).toFixed(1)} times).`
);
for (const { kind, ...one } of kinds)
	console.log(
		`  ${kind}: quiet p99 ${ms(one.quiet.p99)}, meanwhile median ${ms(one.under.p50)}, p99 ${ms(one.under.p99)}`
	);
console.log(inWords(processor));
console.log(`Load average ${busy.before.toFixed(1)} before, ${busy.after.toFixed(1)} after.`);
for (const fault of faults.slice(0, 50)) console.log(`FAULT: ${fault}`);
process.exit(faults.length === 0 && grownMb < 200 && under.p99 < 3 * quiet.p99 ? 0 : 1);
