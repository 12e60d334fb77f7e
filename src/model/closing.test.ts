import { expect, test } from 'vitest';
import { closeAll, onClosing } from './closing.ts';

test('closes the latest first, once, and goes on after a failure', async () => {
	const seen: string[] = [];
	onClosing(async () => void seen.push('database'));
	onClosing(async () => {
		throw new Error('stuck');
	});
	onClosing(async () => void seen.push('timers'));

	const reported: unknown[] = [];
	await closeAll((error) => reported.push(error));
	await closeAll((error) => reported.push(error));

	expect(seen).toEqual(['timers', 'database']);
	expect(reported).toEqual([new Error('stuck')]);
});
