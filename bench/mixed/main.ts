// `npm run bench -- mixed [MINUTES]`: everything at the same time, as in a house of twenty lines, only faster.
import { inWords } from '../processorTime.ts';
import { mixed } from './mixed.ts';

const minutes = Number(process.argv[3] ?? 10);
const { requests, calls, kinds, faults, memory, loop, busy, processor, messages } = await mixed({
	minutes,
	say: console.error
});
const mb = (value: number) => `${Math.round(value)} MB`;
console.log(
	`${minutes} minutes: ${requests} requests, ${calls} calls stored, ${messages} messages to streams.`
);
for (const { name, count, p50, p99 } of kinds)
	console.log(`  ${name}: ${count}, median ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
console.log(
	`Memory: ${mb(memory.early)} in the third quarter, ${mb(memory.late)} in the last one, slope ${memory.perHour.toFixed(0)} MB an hour.`
);
const inMs = (values: number[]) => values.map((value) => value.toFixed(0)).join(', ');
console.log(
	`Event loop, p99 of each minute in ms: ${inMs(loop.ofMinutes)}; of an idle process: ${inMs(loop.idle)}.`
);
console.log(inWords(processor));
console.log(`Load average ${busy.before.toFixed(1)} before, ${busy.after.toFixed(1)} after.`);
for (const fault of faults.slice(0, 30)) console.log(`FAULT: ${fault}`);
console.log(faults.length === 0 ? 'No 5xx, and every figure equals its recount.' : 'FAILED');
process.exit(faults.length === 0 && Math.max(...loop.ofMinutes) < 100 ? 0 : 1);
