import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { Client } from './client.ts';
import { catchMail } from './mailCatcher.ts';
import { mailParts } from './mailParts.ts';
import { admin, startProduct } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: who asks for the report of the week has it in the mail at the hour, and can end that by one link.

test('a manager asks for a report, gets it at the hour, and stops it by the link in it', async ({
	page,
	browser
}) => {
	test.setTimeout(180_000);
	const catcher = await catchMail();
	const env = { SMTP_URL: catcher.url, SMTP_FROM: 'offpeak@example.com', OFFPEAK_ZONE: 'Asia/Shanghai' };
	// Sunday evening, then Monday morning a minute after eight.
	const sunday = await startProduct({ env: { ...env, OFFPEAK_NOW: '2026-03-08T20:00:00+08:00' } });
	const client = new Client(sunday);
	for (const [slug, zh] of [
		['payments', '支付问题'],
		['refunds', '退款']
	] as const) {
		await client.putQueue(slug, { name: { zh, en: `The ${slug} line` }, zone: 'Asia/Shanghai' });
		await client.send(
			Array.from({ length: 40 }, (_, i) => {
				const at = Date.parse('2026-03-03T09:00:00+08:00') + i * 600_000;
				const enqueued_at = new Date(at).toISOString();
				const answered_at = new Date(at + 12_000).toISOString();
				return { id: `${slug} ${i}`, queue: slug, enqueued_at, answered_at, topic: 'card' };
			})
		);
	}
	await signIn(page, sunday, '/dashboard/payments/report?week=2026-03-02');
	const section = page.locator('#mail');
	for (const scope of ['This queue', 'All that I may see, in one mail']) {
		await section.getByLabel('Which queues').selectOption(scope);
		await section.getByRole('button', { name: 'Send it to me' }).click();
		await expect(section.getByRole('status')).toContainText('the next one comes on Mon, Mar 9, 2026 08:00');
	}
	await expect(section.getByRole('listitem')).toHaveText([
		/All queues every Monday at 08:00 \(Beijing time\)/,
		/The payments line every Monday at 08:00 \(Beijing time\)/
	]);
	for (const width of [360, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		await expectNoSidewaysScroll(page);
	}
	await expectAccessible(page);
	const shown = await page.locator('article > section > .scroll td').allInnerTexts();
	const cells = shown.filter((text) => text !== '–');
	expect(catcher.count()).toBe(0);
	await sunday.kill();

	const monday = await startProduct({
		env: { ...env, OFFPEAK_NOW: '2026-03-09T08:01:00+08:00' },
		dataDir: sunday.dataDir
	});
	const mails = [mailParts(await catcher.next()), mailParts(await catcher.next())];
	const one = mails.find(({ headers }) => headers.includes('Subject: The payments line'));
	const all = mails.find(({ headers }) => headers.includes('Subject: Report of the week, 2 queues'));
	if (!one || !all) throw new Error(mails.map(({ headers }) => headers).join('\n'));
	expect(one.headers).toContain(`To: ${admin.email}`);
	expect(one.headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
	expect(cells.length).toBeGreaterThan(20);
	for (const cell of cells) {
		expect(one.text).toContain(cell);
		expect(one.html).toContain(`>${cell}</td>`);
	}
	expect(all.text).toContain('The refunds line: Calls offered 40');
	expect(all.html).toContain('/dashboard/refunds/report?week=2026-03-02');

	// Links of this machine have the port of the product that was asked.
	const here = (address = '') => monday.url + new URL(address).pathname + new URL(address).search;
	await page.goto(here(/Open this report: (\S+)/.exec(one.text)?.[1]));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The payments line: report of the week');
	await expect(page.locator('.week')).toContainText('Mon, Mar 2, 2026');

	const stop = here(/Stop these e-mails: (\S+)/.exec(one.text)?.[1]);
	await page.goto(stop);
	await expectAccessible(page);
	const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await reader.goto(stop);
	await reader.getByRole('button', { name: 'Stop it' }).click();
	await expect(reader.getByRole('heading')).toHaveText('The report is stopped');
	await page.goto(`${monday.url}/dashboard/payments/report?lang=en`);
	await expect(section.getByRole('listitem')).toHaveText([/All queues/]);
	await reader.getByRole('button', { name: 'Undo' }).click();
	await expect(reader.getByRole('heading')).toHaveText('Stop the report of the week?');

	// What a program sends that shows mail; then the same undone by the person.
	const [, address] = /List-Unsubscribe: <([^>]+)>/.exec(all.headers) ?? [];
	const answer = await fetch(here(address), {
		method: 'POST',
		redirect: 'manual',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: 'List-Unsubscribe=One-Click'
	});
	expect(answer.status).toBe(200);
	await page.goto(`${monday.url}/dashboard/payments/report?done=stopped&lang=en`);
	await expect(section.getByRole('listitem')).toHaveText([/The payments line/]);
	await section.getByRole('button', { name: 'Undo' }).click();
	await expect(section.getByRole('listitem')).toHaveCount(2);
	expect(catcher.count()).toBe(2);
	expect((await fetch(`${monday.url}/reports/unknown`)).status).toBe(404);
	await monday.stop();
	await catcher.close();
});
