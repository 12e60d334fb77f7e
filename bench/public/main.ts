// `npm run bench -- public`: what callers are shown, beside an endpoint of the same server that does nothing.
import { machine } from '../machine.ts';
import { table } from '../table.ts';
import { startTarget } from '../target.ts';
import { benchPublic } from './benchPublic.ts';

const target = await startTarget();
try {
	const figures = await benchPublic(target, { rounds: 9, seconds: 2 });
	const place = Object.entries(await machine(target.database));
	console.log(`\n${place.map(([name, value]) => `${name} ${value}`).join(', ')}\n${table(figures)}`);
} finally {
	await target.stop();
}
