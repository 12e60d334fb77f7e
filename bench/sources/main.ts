import { table } from '../table.ts';
import { benchSources } from './sources.ts';

const rounds = 5;
const bytes = 20_000_000;

console.log(`\n${table(await benchSources({ rounds, bytes }))}\n\nMedians of ${rounds} rounds.`);
