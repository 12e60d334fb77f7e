import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { settingNames } from '#access/settings.ts';
import { Client } from './client.ts';
import { runBeside } from './command.ts';
import { apiKey, startProduct, type Product } from './product.ts';

let product: Product;
let client: Client;
let folder: string;
test.beforeAll(async () => {
	product = await startProduct();
	client = new Client(product);
	folder = await mkdtemp(join(tmpdir(), 'offpeak-import-'));
});
test.afterAll(async () => {
	await product.stop();
	await rm(folder, { recursive: true });
});

interface Running {
	child: ChildProcess;
	said: () => string;
	exit: Promise<number | null>;
}

/** Runs a command as from the folder of the test's files. */
function run(args: string[], env: Record<string, string> = {}): Running {
	const unset = Object.fromEntries(settingNames.map((name) => [name, '']));
	const child = spawn(process.execPath, ['bin/offpeak.js', ...args], {
		env: { ...process.env, ...unset, INIT_CWD: folder, OFFPEAK_API_KEY: apiKey, ...env }
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
	return { child, said: () => text, exit: once(child, 'exit').then(([code]) => code) };
}

async function imported(...args: string[]): Promise<{ code: number | null; said: string }> {
	const { exit, said } = run(['import', ...args, '--url', product.url]);
	return { code: await exit, said: said() };
}

const at = Date.parse('2026-03-02T01:15:10Z') / 1000;
const gaveUp = (n: number, queue: string) =>
	`${at + n}|${at + n}.${n}|${queue}|NONE|ENTERQUEUE||1380000${n}|1\n${at + n + 9}|${at + n}.${n}|${queue}|NONE|ABANDON|1|1|9\n`;
const many = (count: number, queue: string, from = 0) =>
	Array.from({ length: count }, (_, i) => gaveUp(from + i, queue)).join('');

const abandoned = async (queue: string) => {
	const rows = await client.load(queue, 'from=2026-03-01&to=2026-03-05&grain=day').catch(() => []);
	return rows.reduce((sum, row) => sum + row.abandoned, 0);
};

test('import sends a file, zipped or not, tells its format, and changes nothing the second time', async () => {
	await writeFile(join(folder, 'queue_log.gz'), gzipSync(many(3, 'zipped')));
	const first = await imported('queue_log.gz');
	expect(first.said).toContain('Format asterisk-queue-log, as it looks');
	expect(first.said).toContain('6 received: 3 created, 3 updated, 0 unchanged, 0 rejected.');
	expect(first.code).toBe(0);
	expect(await abandoned('zipped')).toBe(3);
	const second = await imported('queue_log.gz', '--format', 'asterisk-queue-log');
	expect(second.said).toContain('6 received: 0 created, 0 updated, 6 unchanged, 0 rejected.');
	const dry = await imported('queue_log.gz', '--source', 'other', '--dry-run');
	expect(dry.said).toContain('nothing was stored. 6 received: 3 created');
	expect(await abandoned('zipped')).toBe(3);
	expect(await readdir(folder)).toEqual(['queue_log.gz']);
});

test('import says which lines were rejected, however far down, and exits with 1', async () => {
	// More than one piece.
	const lines = 60_000;
	const [head, bad] = [many(lines / 2, 'long'), '1772414110|1.1|long|NONE|ABANDON|1|1|soon\n'];
	await writeFile(join(folder, 'long.log'), `${head}${bad}`);
	const { code, said } = await imported('long.log', '--format', 'asterisk-queue-log');
	expect(said).toContain(
		`line ${lines + 1}, data3: data3 of ABANDON must be whole seconds (not_a_whole_number)`
	);
	expect(code).toBe(1);
	const table = ['id,queue,enqueued_at,ended_at'];
	for (let i = 0; i < 40_000; i++)
		table.push(`t${i},"a, ""table""",2026-03-02T09:15:00+08:00,2026-03-02T09:15:20+08:00`);
	table.push('bad,table,noon,');
	await writeFile(join(folder, 'table.csv'), table.join('\n'));
	const second = await imported('table.csv');
	expect(second.said).toContain('Format csv');
	expect(second.said).toContain('line 40002, bad, enqueued_at');
	expect(await abandoned('a-table')).toBe(40_000);
});

test('import reads any table by the names of its columns, or as it is told', async () => {
	const row = (at: string, status: string) => `${at};Kasse Ost;${status};0:20;1:05`;
	const rows = [
		row('02.03.2026 09:15', 'angenommen'),
		row('02.03.2026 09:16', 'aufgelegt'),
		row('gestern', 'aufgelegt')
	];
	const table = ['Beginn;Warteschlange;Status;Wartezeit;Gespr\xe4ch', ...rows].join('\r\n');
	await writeFile(join(folder, 'anrufe.csv'), Buffer.from(table, 'latin1'));
	const { code, said } = await imported('anrufe.csv', '--zone', 'Europe/Berlin');
	expect(said).toContain('talk_seconds:Gespräch');
	expect(said).toContain('3 received: 2 created');
	expect(said).toContain('line 4, Beginn: "gestern" is no date and time');
	expect(code).toBe(1);
	expect(await abandoned('kasse-ost')).toBe(1);
	const mapped = [
		'--map',
		'enqueued_at:Beginn',
		'--map',
		'queue:#2',
		'--map',
		'wait_seconds:Wartezeit',
		'--source',
		'b'
	];
	const second = await imported('anrufe.csv', ...mapped, '--dry-run');
	expect(second.said).toContain('3 received: 2 created');
	expect((await imported('anrufe.csv', '--map', 'enqueued_at:Anfang')).said).toContain(
		'There is no column Anfang'
	);
});

test('import goes on where it broke off', async () => {
	await writeFile(join(folder, 'broken.log'), many(60_000, 'broken'));
	let requests = 0;
	const between = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		if (++requests === 3) return response.writeHead(401).end('{"detail":"The key was revoked."}');
		const answer = await fetch(`${product.url}${request.url}`, {
			method: 'POST',
			headers: { authorization: request.headers.authorization ?? '' },
			body: Buffer.concat(chunks)
		});
		response.writeHead(answer.status).end(await answer.text());
	}).listen(0, '127.0.0.1');
	await once(between, 'listening');
	const address = between.address();
	const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
	const words = ['import', 'broken.log', '--url', url];
	const first = run(words);
	expect(await first.exit).toBe(1);
	expect(first.said()).toContain('The key was revoked.');
	const second = run(words);
	expect(await second.exit).toBe(0);
	between.close();
	expect(second.said()).toMatch(/Going on after line \d{5}/);
	expect(second.said()).toContain(
		'120,000 received: 60,000 created, 60,000 updated, 0 unchanged, 0 rejected.'
	);
	expect(await abandoned('broken')).toBe(60_000);
	expect(await readdir(folder)).not.toContain('broken.log.offpeak-import');
});

test('import and tail say what is wrong with their words, and exit with 2', async () => {
	await writeFile(join(folder, 'words.txt'), 'words');
	const cases: [string[], RegExp, Record<string, string>?][] = [
		[['import'], /Name one file/],
		[['import', 'missing.log'], /missing\.log cannot be read/],
		[['import', 'words.txt'], /cannot be told by its beginning/],
		[['import', 'words.txt', '--format', 'word'], /There is no format word/],
		[['import', 'words.txt', '--zone', 'Mars'], /IANA/],
		[['import', 'words.txt', '--colour', 'red'], /colour/],
		[['import', 'words.txt'], /OFFPEAK_API_KEY/, { OFFPEAK_API_KEY: '' }],
		[['tail', 'words.txt'], /--format/],
		[['tail', 'words.txt', '--format', 'json'], /do not grow/]
	];
	for (const [words, says, env] of cases) {
		const { exit, said } = run(words, env);
		expect.soft(await exit, words.join(' ')).toBe(2);
		expect.soft(said()).toMatch(says);
	}
});

test('tail keeps sending through rotation by name and by cutting, and through a restart of the server', async () => {
	test.setTimeout(180_000);
	const log = join(folder, 'queue_log');
	await writeFile(log, many(2, 'tailed'));
	const words = ['tail', 'queue_log', '--format', 'asterisk-queue-log', '--url', product.url];
	const first = run(words);
	const until = (calls: number) => expect.poll(() => abandoned('tailed'), { timeout: 60_000 }).toBe(calls);
	await until(2);

	// A call whose end comes after the rotation, in a line that is written in two steps.
	const [enter = '', leave = ''] = gaveUp(2, 'tailed').split('\n');
	await appendFile(log, `${enter}\n`);
	await rename(log, `${log}.0`);
	await writeFile(log, leave.slice(0, 20));
	await appendFile(log, `${leave.slice(20)}\n`);
	await until(3);

	await truncate(log, 0);
	await appendFile(log, gaveUp(3, 'tailed'));
	await until(4);

	const { port } = new URL(product.url);
	const { dataDir } = product;
	await product.kill();
	await appendFile(log, gaveUp(4, 'tailed'));
	await expect.poll(first.said).toMatch(/cannot be reached .* Trying again/);
	product = await startProduct({ dataDir, env: { PORT: port } });
	await until(5);

	first.child.kill('SIGTERM');
	expect(await first.exit).toBe(0);
	await appendFile(log, gaveUp(5, 'tailed'));
	const second = run(words);
	await until(6);
	second.child.kill('SIGTERM');
	expect(await second.exit).toBe(0);
	expect(second.said()).toContain('2 received: 1 created');
	const { code, output } = await runBeside(product, 'verify');
	expect(output).toContain('0 differ');
	expect(code).toBe(0);
});
