import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { addDays, dayStart } from '#time/zone.ts';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { apiKey, startProduct, type Product } from './product.ts';
import { signIn } from './signIn.ts';

// The promise: a manager sees what special days bring, and what they say of a day holds everywhere at once.

const now = '2026-11-22T12:00:00+08:00';
const path = '/dashboard/payments/special-days';
let product: Product;
test.beforeAll(async () => {
	// Where many tests share few cores the first start takes its time.
	test.setTimeout(180_000);
	product = await startProduct({ env: { OFFPEAK_NOW: now } });
	const sent = await fetch(`${product.url}/api/v1/calls`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' },
		body: elevenMonths()
	});
	expect(await sent.json()).toMatchObject({ rejected: 0 });
	await fetch(`${product.url}/api/v1/queues/payments`, {
		method: 'PUT',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({ public: { enabled: true } })
	});
});
test.afterAll(() => product.stop());

/** 40 calls a day, 24 at weekends, 60 on the last two days of a month, 16 in the week of National Day. */
function elevenMonths(): string {
	const lines: string[] = [];
	for (let date = '2026-01-05'; date < '2026-11-22'; date = addDays(date, 1)) {
		const startAt = dayStart('Asia/Shanghai', date);
		const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
		const monthEnd = addDays(date, 2).slice(8) <= '02' && Number(date.slice(8)) > 26;
		const national = date >= '2026-10-01' && date <= '2026-10-07';
		const usual = weekday === 0 || weekday === 6 ? 24 : 40;
		const count = (national ? 16 : monthEnd ? usual * 1.5 : usual) + ((startAt / 86_400_000) % 3);
		for (let i = 0; i < count; i++) {
			const enqueuedAt = startAt + 9 * 3_600_000 + i * 600_000;
			const at = (seconds: number) => new Date(enqueuedAt + seconds * 1000).toISOString();
			lines.push(
				JSON.stringify({
					id: `${date}-${i}`,
					queue: 'payments',
					enqueued_at: at(0),
					answered_at: at(monthEnd ? 80 : 20),
					ended_at: at(200)
				})
			);
		}
	}
	return lines.join('\n');
}

const words = {
	en: {
		year: 'The year',
		table: 'Show as table',
		national: 'National Day',
		unpublished: /2027 is not yet published/,
		made: 'Make-up workday'
	},
	zh: {
		year: '全年',
		table: '以表格显示',
		national: '国庆节',
		unpublished: /2027 年的放假安排尚未公布/,
		made: '调休上班日'
	}
};

for (const lang of ['en', 'zh'] as const)
	test(`shows the year as a strip and as a table, ${lang}`, async ({ page }) => {
		const said = words[lang];
		await signIn(page, product, path, lang);
		await page.setViewportSize({ width: 1440, height: 900 });
		const year = page.getByRole('region', { name: said.year, exact: true });
		const strip = year.getByRole('img');
		await expect(strip).toBeVisible();
		// Some make-up workdays are named for the holiday as well.
		const bar = strip.locator('rect', { hasText: said.national, hasNotText: said.made }).first();
		await expect(bar.locator('title')).toContainText(/0\.[3-5]\d \(0\.[2-5]\d–0\.\d\d\)/);
		await expect(year.locator('figcaption')).toContainText('2026');
		await year.getByText(said.table).click();
		const row = year.getByRole('row').filter({ hasText: said.national, hasNotText: said.made }).first();
		await expect(row).toContainText(/0\.[3-5]\d/);
		await expect(year.getByRole('row').filter({ hasText: said.made }).first()).toBeVisible();
		await expect(page.locator('.lead')).toContainText(lang === 'en' ? 'busiest' : '最忙');
		await expectAccessible(page);
		await page.setViewportSize({ width: 360, height: 740 });
		await expectNoSidewaysScroll(page);
		await page.getByRole('link', { name: '2027', exact: true }).click();
		await expect(page.locator('.notice')).toContainText(said.unpublished);
		await year.getByText(said.table).click();
		await expect(year.getByRole('row').filter({ hasText: said.made })).toHaveCount(0);
		await expectAccessible(page);
	});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('a manager closes a day, it holds everywhere, and it can be undone and removed', async ({ page }) => {
		await signIn(page, product, path);
		await page.getByRole('link', { name: 'Change the calendar' }).click();
		expect(await todayIs()).toBe('weekend');
		await fillDay(page, '2026-11-22', 'make_up_workday');
		await expect(page.getByRole('status')).toContainText('Saved.');
		await expect(page.getByText('Nothing yet')).toHaveCount(0);
		expect(await todayIs()).toBe('make_up_workday');
		await page.getByRole('button', { name: 'Undo' }).click();
		expect(await todayIs()).toBe('weekend');
		await fillDay(page, '2026-11-22', 'holiday', '盘点');
		expect(await todayIs()).toBe('holiday');
		await page.getByRole('button', { name: /^Remove Sun, Nov 22/ }).click();
		expect(await todayIs()).toBe('weekend');
		await page.getByRole('textbox', { name: /Another kind/ }).fill('Pay day!');
		await page.locator('input[name=date]').fill('2026-11-25');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByRole('status')).toContainText('small Latin letters');
		await expect(page.locator('input[name=date]')).toHaveValue('2026-11-25');
	});
});

test('a schedule is imported from a calendar file and from a table', async ({ page }) => {
	await signIn(page, product, `${path}/calendar`);
	await expectAccessible(page);
	const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
	const days = 'DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270212\r\nSUMMARY:春节';
	const ics = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n${days}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
	const input = page.getByLabel('File (.csv or .ics)');
	await input.setInputFiles(file('holidays.ics', ics));
	await page.getByLabel('It is the whole published schedule').check();
	await page.getByRole('button', { name: 'Import' }).click();
	await expect(page.getByRole('status')).toContainText('7 days imported.');
	await input.setInputFiles(
		file('days.csv', 'date,kind,name_en\n2027-02-20,make_up_workday,\n2027-13-01,,\n')
	);
	await page.getByRole('button', { name: 'Import' }).click();
	await expect(page.getByRole('status')).toContainText('1 day imported. Not read: 1');
	const imported = await year2027();
	expect(imported.published).toBe(true);
	expect(imported.kinds).toContain('2027-02-20 make_up_workday');
	expect(imported.kinds).toContain('2027-02-11 holiday');
	expect(imported.kinds).not.toContain('2027-10-01 holiday');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(async () => (await year2027()).kinds).not.toContain('2027-02-20 make_up_workday');
	expect((await year2027()).published).toBe(true);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(async () => (await year2027()).published).toBe(false);
	expect((await year2027()).kinds).toContain('2027-10-01 holiday');
});

test('nothing of the calendars’ libraries reaches browsers', () => {
	const client = join(import.meta.dirname, '../build/client');
	const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(js|json)$/.test(file)
	);
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) {
		const text = readFileSync(join(client, file), 'utf8');
		// Of chinese-days, date-holidays and ical.js.
		for (const trace of ['Tomb-sweeping', '清明', "Laylat al-Mi'raj", 'Immaculate Conception', 'VTIMEZONE'])
			expect(text.includes(trace), `${trace} in ${file}`).toBe(false);
	}
});

async function year2027(): Promise<{ published: boolean; kinds: string[] }> {
	const answer = await fetch(`${product.url}/api/v1/queues/payments/special-days?year=2027`, {
		headers: { authorization: `Bearer ${apiKey}` }
	});
	const { published, days } = await answer.json();
	return {
		published,
		kinds: days.map(({ date, kind }: { date: string; kind: string }) => `${date} ${kind}`)
	};
}

async function fillDay(page: Page, date: string, kind: string, name = ''): Promise<void> {
	await page.locator('input[name=date]').fill(date);
	await page.locator('select[name=kind]').selectOption(kind);
	await page.locator('input[name=name_zh]').fill(name);
	await page.getByRole('button', { name: 'Save' }).click();
}

/** What callers are told of today. */
async function todayIs(): Promise<string> {
	const answer = await fetch(`${product.url}/api/v1/public/queues/payments/best-time`);
	return (await answer.json()).week[0].kind;
}
