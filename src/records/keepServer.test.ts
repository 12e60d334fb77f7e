import { expect, test } from 'vitest';
import { keepServer } from './keepServer.server.ts';

/** A server whose looks end one after the other as the test says; resolves `looked` at each. */
function scripted(outcomes: (boolean | Error)[]) {
	let left = outcomes.length;
	let done = () => {};
	const all = new Promise<void>((resolve) => (done = resolve));
	const revive = async () => {
		const outcome = outcomes.shift();
		if (--left <= 0) done();
		if (outcome instanceof Error) throw outcome;
		return outcome ?? false;
	};
	return { server: { revive }, all };
}

test('says that the server had to be started again, and only then', async () => {
	const { server, all } = scripted([false, true, false, false]);
	const said: string[] = [];
	const end = keepServer(server, (sentence) => said.push(sentence), 1);
	await all;
	await end();
	expect(said).toEqual([
		'The embedded database had ended, or stood still over a recovery: it was started again.'
	]);
});

test('goes on trying, and says why it does not start once', async () => {
	const broken = new Error('no space left');
	const { server, all } = scripted([broken, broken, broken, true, false]);
	const said: string[] = [];
	const end = keepServer(server, (sentence) => said.push(sentence), 1);
	await all;
	await end();
	expect(said).toHaveLength(2);
	expect(said[0]).toContain('no space left');
});

test('ends when a start under way is through', async () => {
	let finish = (_: boolean) => {};
	let begun = () => {};
	const beginning = new Promise<void>((resolve) => (begun = resolve));
	const revive = () => {
		begun();
		return new Promise<boolean>((resolve) => (finish = resolve));
	};
	const said: string[] = [];
	const end = keepServer({ revive }, (sentence) => said.push(sentence), 1);
	await beginning;
	const ending = end();
	finish(true);
	await ending;
	expect(said).toHaveLength(1);
});
