import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import type { Product } from './product.ts';
import { signIn } from './signIn.ts';
import { startWithTenWeeks } from './startWithTenWeeks.ts';

// The promise: a manager learns how many people a day takes, tries what changes it, and sees whether the plan is enough.

let product: Product;
test.beforeAll(async () => {
	product = await startWithTenWeeks();
});
test.afterAll(() => product.stop());

/** Monday a week before: 3 hours of 30 calls, 6 of 12. */
const monday = '/dashboard/payments/staffing?date=2026-08-24&least=0';

test('says how many people a day took, and shows it as a picture and as a table', async ({ page }) => {
	await signIn(page, product, monday);
	await expect(page.locator('.lead')).toContainText('Mon, Aug 24: 162 calls take up to');
	const day = page.getByRole('region', { name: 'The day', exact: true });
	await expect(day.getByRole('img').first()).toHaveAccessibleName(/162 calls/);
	await day.getByText('Show as table').click();
	// 15 calls in half an hour, 190 s each but for those who hung up.
	await expect(day.getByRole('row', { name: /^09:00–09:30 15\.0/ })).toBeVisible();
	await expectAccessible(page);
});

test('answers at once what a fifth more calls take, and keeps it in the address', async ({ page }) => {
	await signIn(page, product, monday);
	const lead = page.locator('.lead');
	const before = await lead.textContent();
	await page.getByRole('spinbutton', { name: 'Calls, against the forecast' }).fill('200');
	await expect(lead).toContainText('324 calls');
	expect(await lead.textContent()).not.toBe(before);
	await page.getByRole('button', { name: 'Work out' }).click();
	await expect(page).toHaveURL(/volume=200/);
	await expect(lead).toContainText('324 calls');
});

test('what is typed before the page’s script arrives counts too', async ({ page }) => {
	await signIn(page, product, monday);
	let scriptsMayCome = () => {};
	const held = new Promise<void>((resolve) => (scriptsMayCome = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.reload({ waitUntil: 'commit' });
	await page.getByRole('spinbutton', { name: 'Calls, against the forecast' }).fill('200');
	scriptsMayCome();
	await expect(page.locator('.lead')).toContainText('324 calls');
});

test('tries the plan on simulated days', async ({ page }) => {
	await signIn(page, product, monday);
	await page.getByRole('button', { name: 'Simulate this day' }).click();
	const check = page.getByRole('region', { name: 'Check by simulation' });
	await expect(check).toContainText(/In 200 simulated days \d+% are answered in time/);
	await expect(check.getByRole('row', { name: /^Answered in time/ })).toBeVisible();
	await expectAccessible(page);
});

test('takes planned staff over, shows where it is too little, and removes it again', async ({ page }) => {
	await signIn(page, product, monday);
	const plan = page.getByRole('region', { name: 'Planned staff' });
	await plan
		.getByRole('textbox', { name: 'or paste it here' })
		.fill('date,start,end,agents\n2026-08-24,09:00,18:00,3\n2026-08-24,9:00,oops,1\n');
	await plan.getByRole('button', { name: 'Bring the plan' }).click();
	await expect(plan).toContainText('Taken over: 1 shift on 1 day.');
	await expect(plan).toContainText('line 3: no end after the start');
	await expect(page.locator('.lead')).toContainText(
		'27 hours are planned; there are too few at 09:00–12:00, at most 2 people missing'
	);
	await expectAccessible(page);
	await plan.getByRole('button', { name: 'Remove the plan of this day' }).click();
	await expect(plan).toContainText('The plan of the day was removed.');
	await plan.getByRole('button', { name: 'Undo' }).click();
	await expect(plan.getByRole('button', { name: 'Remove the plan of this day' })).toBeVisible();
	await plan.getByRole('button', { name: 'Remove the plan of this day' }).click();
	await expect(plan).toContainText('The plan of the day was removed.');
	await expect(page.locator('.lead')).not.toContainText('are planned');
});

test('gives the plan as CSV and as a calendar', async ({ page }) => {
	await signIn(page, product, monday);
	const csv = await page.request.get(
		`${product.url}/dashboard/payments/staffing/plan.csv?date=2026-08-24&least=0`
	);
	const lines = (await csv.text()).trim().split('\r\n');
	expect(lines[0]).toMatch(/^start,end,calls,agents_needed,agents,required_agents,/);
	expect(lines).toHaveLength(49);
	expect(lines[19]).toMatch(/^2026-08-24T09:00:00\+08:00,2026-08-24T09:30:00\+08:00,15,/);
	const ics = await page.request.get(
		`${product.url}/dashboard/payments/staffing/plan.ics?date=2026-08-24&least=0`
	);
	expect(ics.headers()['content-type']).toContain('text/calendar');
	expect(await ics.text()).toMatch(/DTSTART:20260824T010000Z[^]*SUMMARY:\d+ people for payments/);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the same by a form, in Chinese, on a telephone', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 800 });
		await signIn(page, product, monday, 'zh');
		await expect(page.locator('.lead')).toContainText('8月24日 周一：162 通来电');
		await page.getByRole('spinbutton', { name: '来电量，与预测相比' }).fill('200');
		await page.getByRole('button', { name: '计算' }).click();
		await expect(page.locator('.lead')).toContainText('324 通来电');
		const day = page.getByRole('region', { name: '当天', exact: true });
		await expect(day.getByRole('img').first()).toHaveAccessibleName(/324 通来电/);
		await day.getByText('以表格显示').click();
		await expect(day.getByRole('row', { name: /^09:00–09:30 30\.0/ })).toBeVisible();
		await expectNoSidewaysScroll(page);
	});
});
