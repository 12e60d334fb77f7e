import { expect, test } from 'vitest';
import { seededRandom } from '../simulation/random.ts';
import { agentsFor } from './agentsFor.ts';
import { staffing } from './staffing.ts';

const work = { intervalSeconds: 3600, ahtSeconds: 320 };

test.each([null, 600])('says what staffing says of each interval, patience %s', (patienceSeconds) => {
	const random = seededRandom(1, 'agents');
	const calls = Array.from({ length: 60 }, () => Math.floor(90 * random()));
	const goal = { thresholdSeconds: 20, target: 0.8, patienceSeconds };
	expect(agentsFor(calls, work, goal)).toEqual(
		calls.map((calls) => staffing({ ...work, calls }, goal).agents)
	);
	expect(agentsFor([40], work, goal)).toEqual([staffing({ ...work, calls: 40 }, goal).agents]);
	expect(agentsFor([], work, goal)).toEqual([]);
});
