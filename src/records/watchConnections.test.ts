import { expect, test, onTestFinished } from 'vitest';
import type { Database } from './connect.server.ts';
import { deferred } from './testing/deferred.ts';
import { Standstill } from './standstill.ts';
import { isDriverFault, watchConnections } from './watchConnections.server.ts';

/** A pool whose answers and whose server's state the test decides. */
function pool(answer: () => Promise<unknown>, isIdle: () => Promise<boolean>) {
	const replaced = deferred<void>();
	let times = 0;
	const sql: unknown = answer;
	return {
		database: {
			// Only asked for its answer.
			sql: sql as Database['sql'],
			isIdle,
			standstill: new Standstill(),
			replaceConnections: () => {
				times++;
				replaced.resolve();
			}
		},
		replaced: replaced.promise,
		times: () => times
	};
}

function watch(database: Parameters<typeof watchConnections>[0]) {
	const said: string[] = [];
	const end = watchConnections(database, (sentence) => said.push(sentence), { everyMs: 1, patienceMs: 2 });
	onTestFinished(end);
	return said;
}

const never = () => new Promise(() => {});

test('a pool that says nothing, while the server has nothing to do, is replaced', async () => {
	const { database, replaced } = pool(never, async () => true);
	const said = watch(database);
	await replaced;
	expect(said[0]).toBe('The connections to the database were replaced: none of them moved.');
});

test.each([
	['busy', async () => false],
	['away', () => Promise.reject(new Error('no server'))]
])('a pool that waits for a server that is %s is left alone', async (_, isIdle) => {
	const asked = deferred<void>();
	let looks = 0;
	const { database, times } = pool(never, () => {
		if (++looks === 3) asked.resolve();
		return isIdle();
	});
	watch(database);
	await asked.promise;
	expect(times()).toBe(0);
});

test('a server that says nothing stands still, until it answers', async () => {
	const answer = deferred<void>();
	const silence = Object.assign(new Error('no word'), { code: 'CONNECT_TIMEOUT' });
	const { database, times } = pool(
		() => answer.promise,
		() => Promise.reject(silence)
	);
	const said = watch(database);
	expect(await database.standstill.answer(never)).toBeNull();
	expect(said).toEqual(['The database stands still: it takes connections and says nothing.']);
	answer.resolve();
	await expect.poll(() => database.standstill.isOn).toBe(false);
	expect(times()).toBe(0);
});

test('nor does one answer that lets new connections of the pool wait', async () => {
	const silence = Object.assign(new Error('no word'), { code: 'CONNECT_TIMEOUT' });
	const { database } = pool(
		() => Promise.reject(silence),
		async () => false
	);
	watch(database);
	expect(await database.standstill.answer(never)).toBeNull();
});

test('an answer and a refusal are both signs of life', async () => {
	const asked = deferred<void>();
	let looks = 0;
	const { database, times } = pool(
		() => {
			if (++looks === 10) asked.resolve();
			return looks % 2 ? Promise.resolve() : Promise.reject(new Error('refused'));
		},
		async () => true
	);
	watch(database);
	await asked.promise;
	expect(times()).toBe(0);
});

test('the fault of the driver is known by where it comes from', () => {
	const fault = new TypeError("Cannot read properties of null (reading 'write')");
	fault.stack = `${String(fault)}\n    at nextWrite (file:///a/node_modules/postgres/src/connection.js:255:22)`;
	expect(isDriverFault(fault)).toBe(true);
	expect(isDriverFault(new TypeError('of our own'))).toBe(false);
	expect(isDriverFault(Object.assign(new Error('x'), { stack: fault.stack }))).toBe(false);
});

test('a statement that nobody waits for any more, when its connection breaks, is not the end', async () => {
	const { database } = pool(never, async () => false);
	const others = process.listeners('unhandledRejection');
	process.removeAllListeners('unhandledRejection');
	onTestFinished(() => others.forEach((listener) => process.on('unhandledRejection', listener)));
	const exit = process.exit;
	onTestFinished(() => void (process.exit = exit));
	const exited: unknown[] = [];
	const said = console.error;
	onTestFinished(() => void (console.error = said));
	console.error = () => {};
	Object.assign(process, { exit: (code: unknown) => exited.push(code) });
	watch(database);
	const [listener] = process.listeners('unhandledRejection');
	const reject = (error: Error) => listener?.(error, Promise.resolve());
	reject(Object.assign(new Error('closed'), { code: 'CONNECTION_CLOSED' }));
	expect(exited).toEqual([]);
	reject(new Error('of our own'));
	expect(exited).toEqual([1]);
});
