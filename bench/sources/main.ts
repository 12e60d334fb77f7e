import { table } from '../table.ts';
import { benchSources } from './sources.ts';

const rounds = 5;

console.log(`\n${table(await benchSources({ rounds }))}\n\nMedians of ${rounds} rounds.`);
