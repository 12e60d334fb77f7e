import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import { startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: a manager drops a file, sees what becomes of it, and imports it; what cannot be read is told and mended.

let product: Product;
let client: Client;
test.beforeAll(async () => {
	product = await startProduct();
	client = new Client(product);
});
test.afterAll(() => product.stop());

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer });
const choose = (page: Page, name: string, buffer: Buffer) =>
	page.getByLabel(/Choose a file|Another file|选择文件|换一个文件/).setInputFiles(file(name, buffer));
const lead = (page: Page) => page.locator('.lead');
const rowWith = (page: Page, text: string) =>
	page.locator('#rows').getByRole('row').filter({ hasText: text });

const offered = async (queue: string, query = 'from=2026-03-01&to=2026-03-15&grain=day') => {
	const rows = await client.load(queue, query).catch(() => []);
	return rows.reduce((sum, row) => sum + row.offered, 0);
};

/** What Excel saves in Germany: 12 calls, and two rows that cannot be read. */
function germanTable(): string {
	const rows = Array.from({ length: 12 }, (_, i) => {
		const answered = i % 3 !== 2;
		const minute = String(i * 4).padStart(2, '0');
		return `0${(i % 9) + 1}.03.2026 09:${minute}:00;Störung;030 12345${i}0;${answered ? 'angenommen;0:20;3:02;Jörg Müller' : 'aufgelegt;1:05;;'}`;
	});
	rows.splice(4, 0, '31.02.2026 09:15:00;Störung;;angenommen;0:20;3:02;Jörg Müller');
	rows.push('09.03.2026 10:00:00;Störung;;vielleicht;0:20;;');
	return ['Anrufbeginn;Warteschlange;Rufnummer;Status;Wartezeit;Gesprächsdauer;Mitarbeiter', ...rows].join(
		'\r\n'
	);
}

test('reads a German Excel CSV, shows what is wrong on the row that has it, and takes it mended', async ({
	page
}) => {
	await signIn(page, product, '/import');
	await expectAccessible(page);
	await choose(page, 'Anrufe März.csv', Buffer.from(germanTable(), 'latin1'));
	await page.getByLabel('Time zone of its times').selectOption('Europe/Berlin');
	await expect(lead(page)).toHaveText(
		'12 calls of Störung from Mar 1, 2026 to Mar 9, 2026; 2 rows cannot be read.'
	);
	await expect(page.getByLabel('Begins to wait')).toHaveValue('#1');
	await expect(page.getByLabel('Waiting time')).toHaveValue('#5');
	await expect(rowWith(page, 'Mar 1, 2026, 09:00:00')).toContainText('Störung');
	await expect(rowWith(page, 'Mar 1, 2026, 09:00:00')).toContainText('0:20');
	await expect(rowWith(page, '31.02.2026')).toContainText('"31.02.2026 09:15:00" is no date and time');
	await expect(rowWith(page, 'vielleicht')).toContainText('an unknown outcome');
	await expectAccessible(page);

	// A word is told what it means, and its row can be read.
	await page.getByLabel('vielleicht').selectOption('callback');
	await expect(lead(page)).toContainText(
		'13 calls of Störung from Mar 1, 2026 to Mar 9, 2026; 1 row cannot be read.'
	);
	await page.getByRole('button', { name: 'Import 13 calls' }).click();
	await expect(lead(page)).toHaveText(
		'Added 13 calls of Störung from Mar 1, 2026 to Mar 9, 2026. 1 row could not be read.'
	);
	await expect(page.getByRole('listitem').filter({ hasText: 'line 6' })).toContainText(
		'31.02.2026 09:15:00;Störung'
	);
	expect(await offered('storung')).toBe(13);
	await expectAccessible(page);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'As they were sent' }).click()
	]);
	expect(download.suggestedFilename()).toBe('Anrufe März-not-read.csv');
	const sent = await readFile(await download.path(), 'utf8');
	expect(sent.split('\n')).toHaveLength(3);
	expect(sent).toContain('\ufeffAnrufbeginn;Warteschlange');

	// Mended and dropped again, it is read as before: in Berlin's time.
	await choose(page, 'mended.csv', Buffer.from(sent.replace('31.02.', '02.03.')));
	await expect(lead(page)).toHaveText('1 call of Störung on Mar 2, 2026; every row can be read.');
	await expect(page.getByLabel('Time zone of its times')).toHaveValue('Europe/Berlin');
	await page.getByRole('button', { name: 'Import 1 call' }).click();
	await expect(lead(page)).toHaveText('Added 1 call of Störung on Mar 2, 2026. Every row could be read.');
	expect(await offered('storung')).toBe(14);
});

/** GB 18030 of a few words: nothing here encodes it. */
const gb: Record<string, string> = {
	通话编号: 'cda8bbb0b1e0bac5',
	技能组: 'bcbcc4dcd7e9',
	来电时间: 'c0b4b5e7cab1bce4',
	接听状态: 'bdd3ccfdd7b4ccac',
	排队时长: 'c5c5b6d3cab1b3a4',
	支付: 'd6a7b8b6',
	已接听: 'd2d1bdd3ccfd',
	放弃: 'b7c5c6fa',
	年: 'c4ea',
	月: 'd4c2',
	日: 'c8d5'
};
const inGb18030 = (text: string) =>
	Buffer.concat(
		text
			.split(/(通话编号|技能组|来电时间|接听状态|排队时长|支付|已接听|放弃|年|月|日)/)
			.map((part) => (gb[part] ? Buffer.from(gb[part], 'hex') : Buffer.from(part, 'latin1')))
	);

test('reads a Chinese CSV in GB 18030, in Chinese', async ({ page }) => {
	await signIn(page, product, '/import', 'zh');
	const table =
		'通话编号,技能组,来电时间,接听状态,排队时长\r\n' +
		'T1,支付,2026年3月2日 9:15:00,已接听,20\r\nT2,支付,2026年3月2日 15:15:00,放弃,65\r\nT3,支付,2026年2月30日 9:00:00,放弃,65\r\n';
	await choose(page, 'calls.csv', inGb18030(table));
	await expect(lead(page)).toHaveText('2 通来电，队列 支付，2026年3月2日；1 行无法读入。');
	await expect(rowWith(page, '2026年3月2日 15:15:00')).toContainText('放弃');
	await expect(rowWith(page, '2026年2月30日')).toContainText('时间无效');
	await page.getByText('更多设置').click();
	await expect(page.getByLabel('编码')).toHaveValue('gb18030');
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 800 });
	await expectNoSidewaysScroll(page);
	await page.getByRole('button', { name: '导入 2 通来电' }).click();
	await expect(lead(page)).toHaveText('新增 2 通来电，队列 支付，2026年3月2日。1 行未能读入。');
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
});

/** Callers who give up after nine seconds, as queue_log tells of them. */
function queueLog(calls: number): string {
	const at = Date.parse('2026-03-02T01:15:10Z') / 1000;
	const lines = Array.from({ length: calls }, (_, i) => [
		`${at + i}|${at + i}.${i}|${i % 2 ? 'sales' : 'support'}|NONE|ENTERQUEUE||13800${i}|1`,
		`${at + i + 9}|${at + i}.${i}|${i % 2 ? 'sales' : 'support'}|NONE|ABANDON|1|1|9`
	]).flat();
	lines.splice(3, 0, 'half a line');
	return `${lines.join('\n')}\n`;
}

test('reads a long queue_log: looks at its beginning, checks all of it, imports it', async ({ page }) => {
	await signIn(page, product, '/import');
	await choose(page, 'queue_log', Buffer.from(queueLog(15_000)));
	await expect(lead(page)).toContainText(
		/^The beginning holds [\d,]+ calls of 2 queues on Mar 2, 2026; 1 row cannot be read\.$/
	);
	await expect(page.getByLabel('Format')).toHaveValue('asterisk-queue-log');
	await expect(rowWith(page, 'half a line')).toContainText('not a line of the log');
	await expect(page.locator('#rows')).toContainText('2 lines');
	await page.getByRole('button', { name: 'Check all of it' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Checked');
	await expect(lead(page)).toHaveText(
		'Would add 15,000 calls of 2 queues on Mar 2, 2026. 1 row cannot be read.'
	);
	expect(await offered('sales')).toBe(0);
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Imported');
	await expect(lead(page)).toHaveText(
		'Added 15,000 calls of 2 queues on Mar 2, 2026. 1 row could not be read.'
	);
	expect(await offered('sales')).toBe(7500);
});

test('asks which day it is where nothing tells, and which column where none is found', async ({ page }) => {
	await signIn(page, product, '/import');
	await choose(
		page,
		'us.csv',
		Buffer.from('a,b,c\nx1,03/02/2026 09:15,03/02/2026 09:16\nx2,03/03/2026 9:15,\n')
	);
	await expect(lead(page)).toHaveText('No call can be read yet: 2 rows cannot be read.');
	await expect(rowWith(page, 'x1')).toContainText('a date that could be two days');
	await page.getByRole('group', { name: 'Which day is 03/02/2026 09:15?' }).getByLabel('month first').check();
	await page.getByLabel('Queue of calls that name none').fill('desk');
	await page.getByLabel('Queue of calls that name none').blur();
	await expect(lead(page)).toHaveText(
		'2 calls of desk from Mar 2, 2026 to Mar 3, 2026; every row can be read.'
	);
	await page.getByText('Which column is what').first().click();
	await page.getByLabel('Begins to wait').selectOption('');
	await expect(page.locator('#rows')).toContainText(
		'Choose the column that says when callers began to wait.'
	);
	await expectAccessible(page);
});

test('works without scripts, for small files and large ones', async ({ browser }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 800 }
	});
	const page = await context.newPage();
	await signIn(page, product, '/import');
	await choose(
		page,
		'calls.csv',
		Buffer.from(germanTable().replaceAll('Störung', 'Ohne').replace('Mitarbeiter', 'Agent'), 'latin1')
	);
	await page.getByRole('button', { name: 'Look at it' }).click();
	await expect(lead(page)).toContainText('12 calls of Ohne');
	await expect(rowWith(page, '31.02.2026')).toContainText('is no date and time');
	await page.getByLabel('Time zone of its times').selectOption('Europe/Berlin');
	await page.getByLabel('vielleicht').selectOption('skip');
	await page.getByRole('button', { name: 'Read it like this' }).click();
	await expect(lead(page)).toContainText(
		'12 calls of Ohne from Mar 1, 2026 to Mar 9, 2026; 1 row cannot be read.'
	);
	await expectNoSidewaysScroll(page);
	await page.getByRole('button', { name: 'Import 12 calls' }).click();
	await expect(lead(page)).toContainText('Added 12 calls of Ohne');
	await expect(page.getByRole('link', { name: 'As they were sent' })).toHaveAttribute(
		'href',
		/^data:text\/plain/
	);
	expect(await offered('ohne')).toBe(12);

	await page.goto(`${product.url}/import?lang=en`);
	const log = Buffer.from(queueLog(6_000).replaceAll('support', 'large').replaceAll('sales', 'large'));
	await choose(page, 'queue_log', log);
	await page.getByRole('button', { name: 'Look at it' }).click();
	await page.getByLabel('The same file again').setInputFiles(file('queue_log', log));
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(lead(page)).toContainText('Added 6,000 calls of large');
	await context.close();
});

test('takes nothing from a page of another origin, nor from who has not signed in', async ({
	page,
	request
}) => {
	await signIn(page, product, '/import');
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const form = { multipart: { file: file('calls.csv', Buffer.from('a')) } };
	const foreign = await request.post(`${product.url}/import?/import`, {
		...form,
		headers: { cookie, origin: 'https://evil.example' }
	});
	expect(foreign.status()).toBe(403);
	const nobody = await request.post(`${product.url}/import?/import`, { ...form, maxRedirects: 0 });
	expect(await nobody.json()).toMatchObject({
		type: 'redirect',
		location: expect.stringContaining('/sign-in')
	});
});
