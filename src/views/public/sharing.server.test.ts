import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { officeLine } from '#analysis/fixtures/weeks.ts';
import { putQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { badgeResponse, type BadgeKind } from './badge/badgeResponse.server.ts';
import { guideShare } from './guideShare.server.ts';
import { oembedResponse } from './oembedResponse.server.ts';
import { qrResponse } from './qrResponse.server.ts';
import { reminderResponse } from './reminderResponse.server.ts';

const database = await testDatabase();
const now = Date.parse('2026-06-16T10:20:34+08:00');
const line = officeLine();
const root = 'https://calls.example';

beforeAll(async () => {
	const embed_origins = ['https://help.example'];
	await putQueue(database, { ...line, public: { ...line.public, embed_origins } });
	await putQueue(database, officeLine({ slug: 'hidden', public: { ...line.public, enabled: false } }));
});

const asked = (path: string, headers: Record<string, string> = {}) => {
	const url = new URL(root + path);
	return { url, request: new Request(url, { headers }), now, base: '' };
};

describe('badges', () => {
	const get = (slug: string, kind: BadgeKind, query = '?lang=en', headers = {}) =>
		badgeResponse(database, slug, kind, asked(`/badge/${slug}.${kind}${query}`, headers));

	it.each([
		['svg', 'image/svg+xml'],
		['png', 'image/png'],
		['json', 'application/json']
	] as const)('are %s', async (kind, type) => {
		const response = await get('wallet', kind);
		expect(response.headers.get('content-type')).toBe(type);
		expect(response.headers.get('content-security-policy')).toContain(
			"frame-ancestors 'self' https://help.example"
		);
		expect(response.headers.get('cache-control')).toContain('s-maxage=300');
		const etag = response.headers.get('etag') ?? '';
		expect((await get('wallet', kind, '?lang=en', { 'if-none-match': etag })).status).toBe(304);
		expect((await get('wallet', kind, '?lang=zh', { 'if-none-match': etag })).status).toBe(200);
	});

	it('say kindly that a line is not shown', async () => {
		const hidden = await get('hidden', 'json', '?lang=zh');
		expect([hidden.status, await hidden.json()]).toMatchObject([
			200,
			{ label: '等候时间', message: '目前不显示' }
		]);
		expect(await (await get('nothing', 'svg')).text()).toContain('not shown at the moment');
	});

	it('follow the theme that is asked for', async () => {
		expect(await (await get('wallet', 'svg')).text()).toContain('prefers-color-scheme');
		expect(await (await get('wallet', 'svg', '?theme=dark')).text()).not.toContain('prefers-color-scheme');
	});
});

describe('the QR code', () => {
	const get = (slug: string, query = '') => qrResponse(database, slug, asked(`/call/${slug}/qr.svg${query}`));

	it('is a picture with a name', async () => {
		const response = await get('wallet', '?lang=en');
		expect(response.headers.get('content-type')).toBe('image/svg+xml');
		expect(await response.text()).toContain('<title>Best time to call: Wallet help');
		expect(await (await get('wallet')).text()).not.toBe(await (await get('wallet', '?lang=zh')).text());
		expect((await get('hidden')).status).toBe(404);
	});
});

describe('the reminder', () => {
	const get = (query: string, slug = 'wallet') =>
		reminderResponse(database, slug, asked(`/call/${slug}/reminder.ics${query}`));

	it('opens in a calendar at the right instant, whatever the offset it was asked with', async () => {
		for (const start of [
			'2026-06-17T14:00:00%2B08:00',
			'2026-06-17T14:00:00+08:00',
			'2026-06-17T06:00:00Z'
		]) {
			const response = await get(`?lang=zh&start=${start}`);
			expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
			const [event] = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent');
			if (!event) throw new Error('no entry');
			expect(new ICAL.Event(event).startDate.toUnixTime()).toBe(Date.parse('2026-06-17T06:00:00Z') / 1000);
			expect(event.getFirstPropertyValue('url')).toBe('tel:95188');
			expect(event.getFirstPropertyValue('summary')).toBe('拨打钱包客服');
			expect(event.getFirstPropertyValue('description')).toContain('14:00–14:30（北京时间）');
			expect(event.getFirstSubcomponent('valarm')).not.toBeNull();
		}
	});

	it.each([
		'2026-06-17T03:00:00Z x',
		'tomorrow',
		'2026-06-17T20:00:00Z',
		'2026-06-10T06:00:00Z',
		'2026-07-17T06:00:00Z'
	])('is refused for %s', async (start) => {
		const response = await get(`?lang=en&start=${encodeURIComponent(start)}`);
		expect([response.status, response.headers.get('content-type')]).toEqual([
			400,
			'application/problem+json'
		]);
	});

	it('says where there is none', async () => {
		// No calls, so no window can be named.
		expect((await get('')).status).toBe(404);
		expect((await get('?start=2026-06-17T06:00:00Z', 'hidden')).status).toBe(404);
	});
});

describe('oEmbed', () => {
	const get = (query: string) => oembedResponse(database, asked(`/oembed${query}`));
	const address = encodeURIComponent(`${root}/call/wallet?lang=zh&topic=refund`);

	it('gives the widget of a call guide', async () => {
		const response = await get(`?url=${address}&maxwidth=360&format=json`);
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(await response.json()).toMatchObject({
			type: 'rich',
			width: 360,
			title: '最佳来电时间：钱包客服',
			html: expect.stringContaining(`src="${root}/embed/wallet?lang=zh&#38;topic=refund"`)
		});
	});

	it.each([
		[`?url=${address}&format=xml`, 501],
		['?url=https%3A%2F%2Fother.example%2Fcall%2Fwallet', 404],
		[`?url=${encodeURIComponent(`${root}/call/hidden`)}`, 404],
		['', 400]
	])('answers %s with %i', async (query, status) => {
		expect((await get(query)).status).toBe(status);
	});
});

describe('what passes the guide on', () => {
	it('leads to oEmbed and escapes what managers wrote', async () => {
		const name = { en: '</script><b>&', zh: '钱包' };
		await putQueue(database, officeLine({ slug: 'evil', name }));
		const share = await guideShare(database, 'evil', { root, lang: 'en', topic: null, now });
		expect(share?.contactPoint).not.toMatch(/[<>&]/);
		expect(JSON.parse(share?.contactPoint ?? '')).toMatchObject({ name: name.en });
		expect(share?.oembed).toBe(
			`${root}/oembed?url=https%3A%2F%2Fcalls.example%2Fcall%2Fevil%3Flang%3Den&format=json`
		);
		expect(await guideShare(database, 'hidden', { root, lang: 'en', topic: null, now })).toBeNull();
	});
});
