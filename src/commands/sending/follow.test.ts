import { appendFile, copyFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { follow } from './follow.ts';

let folder = '';
let log = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'offpeak-follow-'));
	log = join(folder, 'queue_log');
});
afterEach(() => rm(folder, { recursive: true }));

/** Follows the log beside what the test does with it; `until` resolves when so many lines were sent. */
function following(fail: (sent: string[]) => boolean = () => false) {
	const sent: string[] = [];
	const said: string[] = [];
	const stop = new AbortController();
	const waiting: { lines: number; done: () => void }[] = [];
	const done = follow({
		log,
		positionFile: `${log}.offpeak`,
		async send(lines) {
			if (fail(sent)) throw new Error('the server is gone');
			sent.push(...lines.toString().split('\n').filter(Boolean));
			for (const one of waiting) if (sent.length >= one.lines) one.done();
		},
		say: (sentence) => said.push(sentence),
		signal: stop.signal,
		everyMs: 10
	});
	const until = (lines: number) =>
		new Promise<void>((resolve, reject) => {
			done.catch(reject);
			if (sent.length >= lines) resolve();
			else waiting.push({ lines, done: resolve });
		});
	const end = async () => {
		stop.abort();
		await done;
	};
	return { sent, said, until, end, done };
}

test('sends what is there and what comes, whole lines only, and goes on where it stopped', async () => {
	await writeFile(log, 'a\nb\n');
	const first = following();
	await first.until(2);
	await appendFile(log, 'c\nhalf');
	await first.until(3);
	await first.end();
	await appendFile(log, ' a line\n');
	const second = following();
	await second.until(1);
	await second.end();
	expect([first.sent, second.sent]).toEqual([['a', 'b', 'c'], ['half a line']]);
});

test('follows through rotation by renaming, with what was written before the new file was opened', async () => {
	await writeFile(log, 'a\n');
	const one = following();
	await one.until(1);
	await rename(log, `${log}.1`);
	await appendFile(`${log}.1`, 'b\n');
	await writeFile(log, 'c\n');
	await one.until(3);
	await one.end();
	expect(one.sent).toEqual(['a', 'b', 'c']);
});

test('follows through rotation by copying and cutting', async () => {
	await writeFile(log, 'a1\na2\n');
	const one = following();
	await one.until(2);
	await truncate(log, 0);
	await appendFile(log, 'b1\n');
	await one.until(3);
	await one.end();
	expect(one.sent).toEqual(['a1', 'a2', 'b1']);
});

test.each(['rename', 'copy'])('finds its place after rotations while it did not run (%s)', async (how) => {
	await writeFile(log, 'a\n');
	const first = following();
	await first.until(1);
	await first.end();
	await appendFile(log, 'b\n');
	if (how === 'rename') await rename(log, `${log}.1`);
	else await copyFile(log, `${log}.1`).then(() => truncate(log, 0));
	await appendFile(log, 'c\n');
	const second = following();
	await second.until(2);
	await second.end();
	expect(second.sent).toEqual(['b', 'c']);
	expect(second.said).toEqual([]);
});

test('says when its place is gone', async () => {
	await writeFile(log, 'a\n');
	const first = following();
	await first.until(1);
	await first.end();
	await rm(log);
	await writeFile(log, 'x\n');
	const second = following();
	await second.until(1);
	await second.end();
	expect(second.sent).toEqual(['x']);
	expect(second.said[0]).toMatch(/is gone/);
});

test('sends again what was not stored', async () => {
	await writeFile(log, 'a\n');
	const first = following((sent) => sent.length === 1);
	await first.until(1);
	await appendFile(log, 'b\n');
	await expect(first.done).rejects.toThrow('the server is gone');
	const second = following();
	await second.until(1);
	await second.end();
	expect(second.sent).toEqual(['b']);
});
