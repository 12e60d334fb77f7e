import { expect, test } from 'vitest';
import { RecoveryWatch } from './recoveryWatch.server.ts';

test('a recovery that does not move for five seconds is stuck, one that moves or is over is not', async () => {
	let sign: string | null = 'a';
	const watch = new RecoveryWatch(() => Promise.resolve(sign));
	const isStuck = (now: number) => watch.isStuck(1, now);
	expect(await isStuck(0)).toBe(false);
	expect(await isStuck(4_999)).toBe(false);
	expect(await isStuck(5_000)).toBe(true);
	sign = 'b';
	expect(await isStuck(5_500)).toBe(false);
	sign = null;
	expect(await isStuck(30_000)).toBe(false);
	sign = 'b';
	expect(await isStuck(30_500)).toBe(false);
	expect(await isStuck(35_500)).toBe(true);
});
