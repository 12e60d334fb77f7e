import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKey, grantOf } from '#access/keys.server.ts';
import { keepAdministrator, personWith } from '#access/people.server.ts';
import { Ingest } from '#ingest/acceptCalls.server.ts';
import { bodyOf } from '#ingest/testing/bodyOf.ts';
import { verifyRollups } from '#rollups/verify.server.ts';
import { testDatabase } from '../testing/testDatabase.server.ts';
import { figuresOf } from './figuresOf.server.ts';
import { BadBackup, checkBackup } from './readBackup.server.ts';
import { restoreBackup } from './restoreBackup.server.ts';
import { writeBackup } from './writeBackup.server.ts';

const database = await testDatabase();
const elsewhere = await testDatabase();
const now = Date.parse('2026-03-20T00:00:00Z');
const ingest = new Ingest(database, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });
let folder = '';
let file = '';
let key = '';

/** Texts with all that could be taken for something else in a file of lines. */
const odd = ['\\.', 'a\tb', 'a\nb', '\\N', '支付', '', "it's", '\\.\n\\.'];

async function send(ids: string[], into = ingest): Promise<void> {
	const calls = ids.map((id, i) => ({
		id,
		queue: i % 2 ? 'payments' : '支付',
		enqueued_at: new Date(now - 86_400_000 + i * 60_000).toISOString(),
		answered_at: new Date(now - 86_400_000 + i * 61_000).toISOString(),
		ended_at: new Date(now - 86_300_000 + i * 61_000).toISOString(),
		agent: odd[i % odd.length],
		caller: `+861380013${i}`
	}));
	await into.accept(bodyOf(JSON.stringify(calls), { contentType: 'application/json', now }));
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'offpeak-backup-'));
	file = join(folder, 'all.backup');
	await send(Array.from({ length: 500 }, (_, i) => `c${i}`));
	await keepAdministrator(database, { email: 'a@example.com', password: 'a password of hers' });
	({ key } = await createKey(database, {
		name: 'pbx',
		scopes: ['ingest'],
		queues: null,
		madeBy: 'a@example.com',
		expiresAt: null
	}));
	await writeBackup(database, file, { now });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function everything({ sql }: typeof database) {
	const [row] = await sql<{ calls: string; rollups: string }[]>`
		select (select md5(string_agg(c::text, ',' order by c.id)) from call c) as calls,
			(select md5(string_agg(r::text, ',' order by r.queue_id, r.level, r.topic_id, r.start_at)) from rollup r) as rollups`;
	return row;
}

describe('a backup', () => {
	test('is restored elsewhere as it was, to the last character', async () => {
		await restoreBackup(elsewhere, file);
		expect(await everything(elsewhere)).toEqual(await everything(database));
		expect(await figuresOf(elsewhere.sql)).toEqual(await figuresOf(database.sql));
		expect((await verifyRollups(elsewhere)).differences).toEqual([]);
		expect(await personWith(elsewhere, 'a@example.com', 'a password of hers')).toMatchObject({
			role: 'admin'
		});
		expect(await grantOf(elsewhere, key, { settingsKey: null, now })).toMatchObject({ scopes: ['ingest'] });
	});

	test('goes on where it ended: new names and keys do not meet old ones', async () => {
		const other = new Ingest(elsewhere, { zone: 'Asia/Shanghai', country: 'CN', retentionDays: null });
		await send(['n1', 'n2', 'n3'], other);
		await createKey(elsewhere, {
			name: 'another',
			scopes: ['read'],
			queues: null,
			madeBy: 'a@example.com',
			expiresAt: null
		});
		expect((await verifyRollups(elsewhere)).differences).toEqual([]);
	});

	test('takes the place of what was there', async () => {
		await restoreBackup(elsewhere, file);
		expect(await everything(elsewhere)).toEqual(await everything(database));
	});

	test('is of one moment, whatever comes in meanwhile', async () => {
		const during = join(folder, 'during.backup');
		const before = await figuresOf(database.sql);
		let sent = Promise.resolve();
		const end = await writeBackup(database, during, {
			now,
			// When the first table is done, more comes in.
			progress: () =>
				(sent = sent.then(() => send(Array.from({ length: 50 }, (_, i) => `late${i}-${Math.random()}`))))
		});
		await sent;
		await restoreBackup(elsewhere, during);
		expect(await figuresOf(elsewhere.sql)).toEqual(end.figures);
		expect((await verifyRollups(elsewhere)).differences).toEqual([]);
		expect(end.figures).toEqual(before);
		expect(await figuresOf(database.sql)).not.toEqual(before);
	});

	test('is for its owner only, and never written over another', async () => {
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		const before = await readFile(file);
		await expect(writeBackup(database, file, { now })).rejects.toMatchObject({ code: 'EEXIST' });
		expect(await readFile(file)).toEqual(before);
	});
});

describe('a file that is no whole backup is refused, with nothing changed', () => {
	const text = async () => gunzipSync(await readFile(file)).toString('latin1');
	const zipped = (changed: string) => gzipSync(Buffer.from(changed, 'latin1'));
	const damages: [string, () => Promise<Buffer>, RegExp][] = [
		['cut off', async () => (await readFile(file)).subarray(0, -300), /damaged/],
		['a byte of it turned', async () => turned(await readFile(file)), /damaged/],
		[
			'another figure in a row',
			async () => zipped((await text()).replace('payments', 'paymentz')),
			/checksum/
		],
		[
			'a row left out',
			async () => zipped((await text()).replace(/\nc1\b.*?\n|\n[^\n]*\tc1\t[^\n]*\n/, '\n')),
			/damaged/
		],
		[
			'without its end',
			async () => zipped((await text()).replace(/\{"rows".*\n$/, '')),
			/ends before its end/
		],
		['half a line at the end', async () => zipped((await text()).slice(0, -1)), /middle of a line/],
		['more after its end', async () => zipped(`${await text()}more\n`), /goes on after/],
		['empty', async () => Buffer.alloc(0), /damaged|ends before its end|is empty/],
		['something else', async () => Buffer.from('id,queue\n1,a\n'), /damaged/],
		['something else that is zipped', async () => gzipSync('{"a":1}\n'), /no backup of Offpeak/],
		['of a later version', async () => zipped((await text()).replace('"version":1', '"version":2')), /newer/],
		[
			'of a later schema',
			async () =>
				zipped(resealed((await text()).replace(/"migrated_to":\d+/, '"migrated_to":9999999999999'))),
			/newer/
		]
	];

	test.each(damages)('%s', async (_, make, why) => {
		const damaged = join(folder, 'damaged.backup');
		await writeFile(damaged, await make());
		const before = await everything(elsewhere);
		const failed = await restoreBackup(elsewhere, damaged).catch((error: unknown) => error);
		expect(failed).toBeInstanceOf(BadBackup);
		expect(String(failed)).toMatch(why);
		expect(await everything(elsewhere)).toEqual(before);
	});

	test('also where it only shows when the rows are in', async () => {
		const damaged = join(folder, 'wrong.backup');
		const wrong = (await text()).replace(/"offered":(\d+)/, (_, n) => `"offered":${Number(n) + 1}`);
		await writeFile(damaged, zipped(wrong));
		await checkBackup(damaged);
		const before = await everything(elsewhere);
		await expect(restoreBackup(elsewhere, damaged)).rejects.toThrow('does not add up');
		expect(await everything(elsewhere)).toEqual(before);
	});

	/** With a bit turned in the middle. */
	function turned(bytes: Buffer): Buffer {
		const copy = Buffer.from(bytes);
		const at = copy.length >> 1;
		copy[at] = (copy[at] ?? 0) ^ 4;
		return copy;
	}

	/** With a checksum that fits, as if it had been made so. */
	function resealed(changed: string): string {
		const end = changed.lastIndexOf('{"rows"');
		const body = Buffer.from(changed.slice(0, end), 'latin1');
		const sha256 = createHash('sha256').update(body).digest('hex');
		return changed.slice(0, end) + changed.slice(end).replace(/"sha256":"[0-9a-f]+"/, `"sha256":"${sha256}"`);
	}
});
