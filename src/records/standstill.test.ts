import { expect, test } from 'vitest';
import { Standstill } from './standstill.ts';
import { deferred } from './testing/deferred.ts';

const never = () => new Promise<string>(() => {});

test('while the database answers, so does everything, and its failures are its own', async () => {
	const standstill = new Standstill();
	expect(await standstill.answer(async () => 'answer')).toBe('answer');
	const failed = standstill.answer(() => Promise.reject(new Error('its own')));
	await expect(failed).rejects.toThrow('its own');
});

test('who waits when it begins to stand still is told so, but for who may wait', async () => {
	const standstill = new Standstill();
	const late = deferred<string>();
	const first = standstill.answer(never);
	const second = standstill.answer(
		() => late.promise,
		() => true
	);
	standstill.begin();
	expect(await first).toBeNull();
	late.resolve('stored after all');
	expect(await second).toBe('stored after all');
});

test('while it stands still, what needs no database is answered, and all else after a short time', async () => {
	const standstill = new Standstill({ graceMs: 1 });
	standstill.begin();
	expect(await standstill.answer(async () => 'needs none')).toBe('needs none');
	expect(await standstill.answer(never)).toBeNull();
	standstill.end();
	expect(standstill.isOn).toBe(false);
	expect(await standstill.answer(async () => 'again')).toBe('again');
});

test('what waits for a database that stands still does not pile up', async () => {
	const standstill = new Standstill({ graceMs: 1, mostGivenUp: 2 });
	standstill.begin();
	const late = deferred<string>();
	let asked = 0;
	const ask = () => {
		asked++;
		return late.promise;
	};
	for (let i = 0; i < 5; i++) expect(await standstill.answer(ask)).toBeNull();
	expect(asked).toBe(2);
	late.resolve('at last');
	await late.promise;
	// As soon as those are through there is room again.
	await expect.poll(() => standstill.answer(async () => 'room')).toBe('room');
});

test('what fails after it was given up fails for nobody', async () => {
	const standstill = new Standstill();
	const late = deferred();
	const failing = () => late.promise.then(() => Promise.reject(new Error('too late')));
	const answer = standstill.answer(failing);
	standstill.begin();
	expect(await answer).toBeNull();
	const unheard: unknown[] = [];
	const hear = (error: unknown) => unheard.push(error);
	process.on('unhandledRejection', hear);
	late.resolve();
	await new Promise((resolve) => setImmediate(resolve));
	process.off('unhandledRejection', hear);
	expect(unheard).toEqual([]);
});
