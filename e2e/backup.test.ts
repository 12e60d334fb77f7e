import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Client } from './client.ts';
import { runBeside } from './command.ts';
import { apiKey, startProduct } from './product.ts';
import { sessionCookie } from './sessionCookie.ts';
import { keepSending } from './torture/keepSending.ts';
import { Ledger } from './torture/ledger.ts';

const query = `from=${new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10)}&grain=day`;

test('a backup under load, restored elsewhere, has the same figures; a damaged one changes nothing', async () => {
	test.setTimeout(300_000);
	const folder = await mkdtemp(join(tmpdir(), 'offpeak-e2e-backup-'));
	const file = join(folder, 'all.backup');
	const during = join(folder, 'during.backup');
	const original = await startProduct();
	try {
		const ledger = new Ledger();
		const options = {
			url: () => original.url,
			key: apiKey,
			ledger,
			queue: 'kept',
			name: 'b',
			beforeAt: Date.now()
		};
		const sender = keepSending(options);
		await expect.poll(() => ledger.batches).toBeGreaterThan(3);
		const under = await runBeside(original, 'backup', during);
		expect(under.code, under.output).toBe(0);
		await sender.stop();
		const made = await runBeside(original, 'backup', file);
		expect(made.output).toMatch(/public\.call: \d+ rows/);
		const load = await new Client(original).load('kept', query);

		const dataDir = join(folder, 'data');
		const elsewhere = { ...original, dataDir, databaseEnv: {} };
		for (const name of [during, file]) {
			const restored = await runBeside(elsewhere, 'restore', name, '--replace');
			expect(restored.output).toMatch(/calls of 1 queues are restored, and every figure adds up/);
			const verified = await runBeside(elsewhere, 'verify');
			expect(verified.code, verified.output).toBe(0);
		}
		const other = await startProduct({ dataDir });
		try {
			expect(await new Client(other).load('kept', query)).toEqual(load);
			const headers = { cookie: await sessionCookie(other) };
			const changes = await (await fetch(`${other.url}/changes/changes.csv`, { headers })).text();
			expect(changes).toMatch(/command line,command,,backup restored,,all\.backup,calls: /);

			const busy = await runBeside(other, 'restore', file);
			expect(busy.code).toBe(1);
			expect(busy.output).toMatch(/Another Offpeak is running|Offpeak is running/);
		} finally {
			await other.kill();
		}
		const cut = join(folder, 'cut.backup');
		await writeFile(cut, (await readFile(file)).subarray(0, -200));
		const refused = await runBeside(other, 'restore', cut, '--replace');
		expect(refused).toMatchObject({
			code: 1,
			output: expect.stringMatching(/cut\.backup .*Nothing was changed\.\n$/)
		});
		const full = await runBeside(other, 'restore', file);
		expect(full).toMatchObject({ code: 1, output: expect.stringContaining('add --replace') });
		const again = await startProduct({ dataDir });
		expect(await new Client(again).load('kept', query)).toEqual(load);
		await again.stop();
	} finally {
		await original.stop();
		await rm(folder, { recursive: true, force: true });
	}
});
