import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { deferred } from '../src/records/testing/deferred.ts';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { layoutShift, startHost, type Host } from './hostPage.ts';
import { apiKey, startProduct, type Product } from './product.ts';
import { officeWeeks } from './officeWeeks.ts';

// The promise: a line is shown on the pages of others in four ways, whatever those pages are like, and moves nothing.

const now = '2026-11-17T10:20:00+08:00';
let product: Product;
let host: Host;

test.beforeAll(async ({ browser }) => {
	test.setTimeout(180_000);
	product = await startProduct({ env: { OFFPEAK_NOW: now } });
	await officeWeeks(product, 'wallet', Date.parse(now));
	const put = await fetch(`${product.url}/api/v1/queues/wallet`, {
		method: 'PUT',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			name: { en: 'Wallet', zh: '钱包' },
			public: { enabled: true, phone: { number: '400-000-0001', label: '', verified_on: '2026-11-01' } }
		})
	});
	expect(put.status).toBe(200);
	host = await startHost(() => browser);
});
test.afterAll(async () => {
	await host?.close();
	await product?.stop();
});

/** What the builder writes for a script, with more attributes. */
const script = (more = '', file = 'embed.js') =>
	'<div style="container-type:inline-size;width:100%"><div style="min-height:clamp(430px,940px - 130cqw,620px)">\n' +
	`<a href="${product.url}/call/wallet">When is a good time to call?</a>\n` +
	`<script async src="${product.url}/${file}" data-queue="wallet" ${more}></script>\n</div></div>`;

const frame = (title: string) =>
	`<iframe src="${product.url}/embed/wallet?lang=zh" title="${title}" width="100%" height="480" style="border:0"></iframe>`;

/** The page with its widgets loaded, and nothing moved by that. */
async function settled(page: Page, widgets = 1): Promise<void> {
	await expect(page.locator('iframe')).toHaveCount(widgets);
	for (let i = 0; i < widgets; i++)
		await expect(page.locator('iframe').nth(i).contentFrame().locator('.verdict')).toBeVisible();
	expect(await layoutShift(page)).toBe(0);
}

const widget = (page: Page, i = 0) => page.locator('iframe').nth(i).contentFrame();

for (const [lang, width] of [
	['en', 280],
	['zh', 280],
	['en', 360],
	['zh', 360],
	['en', 900],
	['zh', 900]
] as const)
	test(`the script, ${lang}, ${width} px wide: all of it is seen and nothing moves`, async () => {
		const page = await host.open(
			{ lang: lang === 'zh' ? 'zh-Hans' : 'en-GB', body: `<p>before</p>${script()}<p id="after">after</p>` },
			{ viewport: { width: width + 16, height: 900 } }
		);
		await settled(page);
		await expect(widget(page).locator('html')).toHaveAttribute('lang', lang === 'zh' ? 'zh-CN' : 'en');
		const hidden = await widget(page)
			.locator('html')
			.evaluate((html) => html.scrollHeight - html.clientHeight);
		expect(hidden).toBe(0);
		await expectNoSidewaysScroll(page);
		// The week needs more room than was kept: that is what the reader asked for.
		const before = (await page.locator('iframe').boundingBox())?.height ?? 0;
		await widget(page).locator('summary').click();
		await expect
			.poll(async () => (await page.locator('iframe').boundingBox())?.height ?? 0)
			.toBeGreaterThan(before);
		await widget(page).locator('summary').click();
		await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBe(before);
		await page.context().close();
	});

test('what moves is seen here', async () => {
	const page = await host.open({ body: '<p id="after">after</p>' });
	await page.evaluate(() => {
		const late = document.createElement('div');
		late.style.height = '100px';
		document.querySelector('main')?.prepend(late);
	});
	await expect.poll(() => layoutShift(page)).toBeGreaterThan(0);
	await page.context().close();
});

test('without JavaScript the link is there, and the frame reads in full', async () => {
	const page = await host.open(
		{
			body:
				script() +
				`<iframe src="${product.url}/embed/wallet?lang=en" title="Wallet" width="100%" height="480"></iframe>` +
				`<img src="${product.url}/badge/wallet.svg?lang=en" alt="Wallet" height="28">`
		},
		{ javaScriptEnabled: false }
	);
	await expect(page.getByRole('link', { name: 'When is a good time to call?' })).toBeVisible();
	await expect(widget(page).locator('.verdict')).toContainText('Open now.');
	await expect(widget(page).locator('table')).toHaveCount(1);
	await page.getByRole('link', { name: 'When is a good time to call?' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/Wallet|钱包/);
	await page.context().close();
});

test('the link is taken away where the widget stands', async () => {
	const page = await host.open({ body: script() });
	await settled(page);
	await expect(page.getByRole('link', { name: 'When is a good time to call?' })).toHaveCount(0);
	await page.context().close();
});

test('it takes the shade of the page around it, and that which is asked for', async () => {
	const paper = (page: Page, i = 0) =>
		widget(page, i)
			.locator('html')
			.evaluate((html) => getComputedStyle(html).backgroundColor);
	const light = 'rgb(255, 255, 255)';
	const dark = 'rgb(21, 33, 36)';
	const dusk = await host.open(
		{
			body: script() + script('data-theme="light" data-lang="zh"'),
			head: '<style>body{background:#111;color:#eee}</style>'
		},
		{ colorScheme: 'light' }
	);
	await settled(dusk, 2);
	await expect.poll(async () => [await paper(dusk), await paper(dusk, 1)]).toEqual([dark, light]);
	await expectAccessible(dusk);
	await dusk.context().close();

	// A page that knows no dark, read by somebody who likes it dark.
	const plain = await host.open({ body: script() + script('data-theme="dark"') }, { colorScheme: 'dark' });
	await settled(plain, 2);
	await expect.poll(async () => [await paper(plain), await paper(plain, 1)]).toEqual([light, dark]);
	await plain.context().close();

	const both = await host.open(
		{ body: script(), head: '<style>:root{color-scheme:light dark}</style>' },
		{ colorScheme: 'dark' }
	);
	await settled(both);
	await expect(widget(both).locator('html')).toHaveCSS('background-color', dark);
	await both.emulateMedia({ colorScheme: 'light' });
	await expect(widget(both).locator('html')).toHaveCSS('background-color', light);
	await both.context().close();

	// A page whose sheet comes after the script.
	const sheet = deferred<string>();
	const late = await host.open(
		{ body: script(), head: '<link rel="stylesheet" href="/host.css">', css: sheet.promise },
		{ colorScheme: 'dark' }
	);
	await expect(late.locator('iframe')).toBeAttached();
	sheet.resolve(':root{color-scheme:light dark}');
	await settled(late);
	await expect(widget(late).locator('html')).toHaveCSS('background-color', dark);
	await late.context().close();
});

test('a strict policy of the page needs to name one origin, and the hash of a version holds', async () => {
	const versions = await (await fetch(`${product.url}/embed/versions.json`)).json();
	const { version, integrity } = versions.versions.at(-1);
	const { origin } = new URL(product.url);
	const page = await host.open({
		head: '<link rel="stylesheet" href="/host.css">',
		css: '.place{container-type:inline-size}.place div{min-height:clamp(430px,940px - 130cqw,620px)}',
		headers: {
			'content-security-policy': `default-src 'none'; style-src 'self'; script-src ${origin}; frame-src ${origin}; require-trusted-types-for 'script'`,
			'cross-origin-embedder-policy': 'require-corp'
		},
		body:
			`<div class="place"><div><script async src="${product.url}/embed/v${version}.js" integrity="${integrity}" ` +
			'crossorigin="anonymous" data-queue="wallet"></script></div></div><p>after</p>'
	});
	await settled(page);
	await expect(widget(page).locator('.verdict')).toBeVisible();
	await page.context().close();
});

for (const lang of ['zh', 'en'] as const)
	for (const colorScheme of ['light', 'dark'] as const)
		test(`all four on a narrow page with small letters and a strict policy, ${lang}, ${colorScheme}`, async () => {
			const { origin } = new URL(product.url);
			const at = product.url;
			const page = await host.open(
				{
					lang: lang === 'zh' ? 'zh-CN' : 'en',
					head: '<link rel="stylesheet" href="/host.css">',
					css:
						':root{color-scheme:light dark;font-size:62.5%}iframe{border:0;max-width:none}img{max-width:100%}' +
						'body{background:light-dark(#fff,#121212)}a{color:light-dark(#0b57d0,#8ab4f8)}' +
						'.place{container-type:inline-size}.place div{min-height:clamp(430px,940px - 130cqw,620px)}',
					headers: {
						'content-security-policy': `default-src 'none'; style-src 'self'; img-src ${origin}; script-src ${origin}; frame-src ${origin}`
					},
					body:
						`<p><a href="${at}/call/wallet?lang=${lang}">When is a good time to call?</a></p>` +
						`<p><img src="${at}/badge/wallet.svg?lang=${lang}" alt="Wallet" height="28"></p>` +
						`<iframe src="${at}/embed/wallet?lang=${lang}" title="Wallet" width="100%" height="580"></iframe>` +
						`<div class="place"><div><script async src="${at}/embed.js" data-queue="wallet"></script></div></div>`
				},
				{ viewport: { width: 280, height: 900 }, colorScheme }
			);
			await settled(page, 2);
			await expectNoSidewaysScroll(page);
			const picture = page.locator('img');
			await expect
				.poll(() => picture.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth))
				.toBeGreaterThan(100);
			for (const i of [0, 1]) {
				const verdict = widget(page, i).locator('.verdict');
				await expect(verdict).toContainText(lang === 'zh' ? '现在是服务时间' : 'Open now.');
				expect(await verdict.evaluate((one) => getComputedStyle(one).fontSize)).toBe('17px');
				const [shown, whole] = await widget(page, i)
					.locator('html')
					.evaluate((html) => [html.clientWidth, html.scrollWidth]);
				expect(whole).toBe(shown);
				await expect(widget(page, i).locator('html')).toHaveCSS(
					'background-color',
					colorScheme === 'dark' ? 'rgb(21, 33, 36)' : 'rgb(255, 255, 255)'
				);
			}
			await expectAccessible(page);
			await page.getByRole('link', { name: 'When is a good time to call?' }).click();
			await expect(page.locator('html')).toHaveAttribute('lang', lang === 'zh' ? 'zh-CN' : 'en');
			await page.context().close();
		});

test('a wrong hash, or a policy without us, leaves the link', async () => {
	const wrong = `sha384-${'A'.repeat(64)}`;
	for (const [body, headers] of [
		[script(`integrity="${wrong}" crossorigin="anonymous"`, 'embed/v1.0.0.js'), {}],
		[script(), { 'content-security-policy': "script-src 'self'" }]
	] as const) {
		const page = await host.open({ body, headers });
		await expect(page.getByRole('link', { name: 'When is a good time to call?' })).toBeVisible();
		await expect(page.locator('iframe')).toHaveCount(0);
		expect(await layoutShift(page)).toBe(0);
		await page.context().close();
	}
});

test('a page whose letters are small does not make the widget’s small', async () => {
	const page = await host.open({
		head: '<style>html{font-size:62.5%}iframe{max-width:none}*{letter-spacing:2px}</style>',
		body: script()
	});
	await settled(page);
	const style = await widget(page)
		.locator('.verdict')
		.evaluate((one) => [getComputedStyle(one).fontSize, getComputedStyle(one).letterSpacing]);
	expect(style).toEqual(['17px', 'normal']);
	await page.context().close();
});

test('two on one page, each in its own language, topic and height', async () => {
	const page = await host.open({
		lang: 'zh-CN',
		body: script() + `<div lang="en">${script('data-accent="#7a1f5c" data-height="520"')}</div>`
	});
	await settled(page, 2);
	await expect(widget(page, 0).locator('html')).toHaveAttribute('lang', 'zh-CN');
	await expect(widget(page, 1).locator('html')).toHaveAttribute('lang', 'en');
	expect((await page.locator('iframe').nth(1).boundingBox())?.height).toBe(520);
	await widget(page, 1).locator('summary').click();
	await expect
		.poll(async () => (await page.locator('iframe').nth(1).boundingBox())?.height ?? 0)
		.toBeGreaterThan(520);
	expect((await page.locator('iframe').nth(0).boundingBox())?.height).toBe(430);
	await page.context().close();
});

test('it works inside a shadow root, as a frame and as a script', async () => {
	const shadow = (inside: string) => `<div><template shadowrootmode="open">${inside}</template></div>`;
	const frame = `<iframe src="${product.url}/embed/wallet?lang=en" title="Wallet" width="100%" height="480"></iframe>`;
	const page = await host.open({ body: shadow(frame) + shadow(`<div>${shadow(script())}</div>`) });
	await settled(page, 2);
	await expect(widget(page, 1).locator('.verdict')).toContainText('Open now.');
	await widget(page, 1).locator('summary').click();
	await expect
		.poll(async () => (await page.locator('iframe').nth(1).boundingBox())?.height ?? 0)
		.toBeGreaterThan(430);
	await page.context().close();
});

test('it follows heights from its own frame only', async () => {
	const page = await host.open({ body: script() });
	await settled(page);
	const height = async () => (await page.locator('iframe').first().boundingBox())?.height;
	await page.evaluate(() => postMessage({ offpeak: { height: 1500 } }, '*'));
	const evil = `<script>parent.postMessage({offpeak:{height:1500}},'*')</script>`;
	await page.evaluate((html) => {
		const frame = document.createElement('iframe');
		frame.srcdoc = html;
		frame.width = frame.height = '10';
		document.body.append(frame);
	}, evil);
	await expect(page.locator('iframe')).toHaveCount(2);
	await widget(page).locator('summary').click();
	await expect.poll(height).toBeGreaterThan(430);
	expect(await height()).toBeLessThan(1500);
	await page.context().close();
});

test('it reads well aloud: the verdict, then the best times, then the table', async ({ page }) => {
	await page.goto(`${product.url}/embed/wallet?lang=en`);
	await page.locator('summary').click();
	const aloud = await page.locator('main').ariaSnapshot();
	const places = ['heading "Wallet"', 'Open now.', 'Best times', 'Better not', '- table', '- row'].map(
		(text) => aloud.indexOf(text)
	);
	expect(places.every((place) => place >= 0)).toBe(true);
	expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('the page around it has nothing that axe finds, with all four on it', async () => {
	for (const colorScheme of ['light', 'dark'] as const) {
		const page = await host.open(
			{
				head: '<style>:root{color-scheme:light dark}body{background:light-dark(#fff,#121212)}a{color:light-dark(#0b57d0,#8ab4f8)}</style>',
				body:
					script() +
					frame('Wallet as a frame') +
					frame('Wallet as a frame once more') +
					`<p><a href="${product.url}/call/wallet"><img src="${product.url}/badge/wallet.svg?lang=en" alt="Best time to call: Wallet" height="28"></a></p>` +
					`<p><a href="${product.url}/call/wallet">When is a good time to call?</a></p>`
			},
			{ colorScheme }
		);
		await settled(page, 3);
		await expect
			.poll(() => page.locator('img').evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth))
			.toBeGreaterThan(100);
		await expectAccessible(page);
		await page.context().close();
	}
});

test('every address that other pages load lets them, and keeps nothing', async ({ request }) => {
	const { version } = (await (await fetch(`${product.url}/embed/versions.json`)).json()).versions.at(-1);
	const paths = [
		'/embed/wallet',
		'/embed/wallet?fit=1&theme=dark',
		'/embed/nothing-here',
		'/embed.js',
		`/embed/v${version}.js`,
		'/embed/versions.json',
		'/badge/wallet.svg',
		'/badge/wallet.png',
		'/badge/wallet.json',
		'/badge/nothing-here.svg',
		'/call/wallet/qr.svg',
		'/call/wallet/reminder.ics',
		`/oembed?url=${encodeURIComponent(`${product.url}/call/wallet`)}`,
		'/api/v1/public/queues/wallet/best-time'
	];
	for (const path of paths) {
		const response = await request.get(product.url + path, { headers: { cookie: 'lang=en; session=x' } });
		const headers = response.headers();
		expect(response.status(), path).toBe(200);
		expect(headers['x-frame-options'], path).toBeUndefined();
		expect(headers['set-cookie'], path).toBeUndefined();
		expect(headers['cross-origin-resource-policy'], path).toBe('cross-origin');
		expect(headers['access-control-allow-origin'], path).toBe('*');
		expect(headers['access-control-allow-credentials'], path).toBeUndefined();
		expect(headers['cache-control'], path).toMatch(/^public, max-age=\d+/);
		expect(headers['etag'], path).toBeTruthy();
		if (/^\/(embed|badge)\/[a-z-]+(\.svg|\.png|$|\?)/.test(path))
			expect(headers['content-security-policy'], path).toMatch(/default-src 'none'.*frame-ancestors \*$/);
	}
});

test('what is loaded is small', async ({ request }) => {
	const most = {
		'/embed.js': 1200,
		'/embed/wallet?lang=zh': 10_240,
		'/api/v1/public/queues/wallet/best-time?lang=zh': 1024,
		'/badge/wallet.svg?lang=zh': 512,
		'/badge/wallet.json?lang=zh': 512
	};
	for (const [path, bytes] of Object.entries(most)) {
		const body = await (await request.get(product.url + path)).body();
		expect(gzipSync(body).length, path).toBeLessThanOrEqual(bytes);
	}
});
