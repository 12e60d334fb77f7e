import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bestTime } from '#analysis/bestTime.ts';
import { busyMornings, officeLine, typicalOf } from '#analysis/fixtures/weeks.ts';
import type { Queue } from '#model/queue.ts';
import type { Lang } from '#texts/lang.ts';
import { embedDocument, type EmbedLook } from './embedDocument.server.ts';
import Widget from './Widget.svelte';

const now = Date.parse('2026-06-16T10:20:34+08:00');

function widget(lang: Lang, look: Partial<EmbedLook> = {}, queue: Queue = officeLine()) {
	const answer = bestTime({ queue, lang, now, typical: typicalOf(queue, now, busyMornings) });
	return embedDocument(
		Widget,
		{ answer, guide: 'https://calls.example/call/wallet?lang=en' },
		{
			lang,
			theme: 'auto',
			accent: null,
			fit: false,
			title: 'Best time to call: Wallet help',
			fitScript: '/embed-frame.js',
			...look
		}
	);
}

describe('the widget as a document', () => {
	it('says the verdict first, then the best times, then the week', () => {
		const { html } = widget('en');
		const places = ['Open now.', 'Best times · most wait', 'Better not', '<table'].map((text) =>
			html.indexOf(text)
		);
		expect(places.every((place) => place > 0)).toBe(true);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(html).toContain('<html lang="en">');
		expect(widget('zh').html).toMatch(/<html lang="zh-CN">.*现在是服务时间。/);
	});

	it('is one file: no sheet, picture or script, and at most 10 KB compressed even when always open', () => {
		const { html } = widget('zh');
		expect(html).not.toMatch(/<script|<link|<img|@import|url\(| on\w+=| style=/);
		const line = officeLine();
		const always = Object.fromEntries(Object.keys(line.hours).map((day) => [day, [['00:00', '24:00']]]));
		const largest = widget('zh', {}, { ...line, hours: { ...line.hours, ...always } }).html;
		expect(largest).toContain('>23</th>');
		expect(gzipSync(largest).length).toBeLessThanOrEqual(10_240);
	});

	it('carries the measuring script only where embed.js asked for it', () => {
		const { html, policy } = widget('en', { fit: true });
		expect(html).toContain('<script async src="/embed-frame.js"></script>');
		expect(policy).toContain("script-src 'self'");
		expect(widget('en').policy).toContain("script-src 'none'");
	});

	it('has a policy that knows its own style', () => {
		const { policy } = widget('en', { theme: 'dark', accent: '#ffcc00' });
		expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='/);
		expect(policy).not.toBe(widget('en').policy);
	});

	it('follows the theme that is asked for', () => {
		expect(widget('en', { theme: 'light' }).html).not.toContain('prefers-color-scheme');
		expect(widget('en').html).toContain('@media (prefers-color-scheme:dark){');
		expect(widget('en', { theme: 'dark' }).html).toContain('color-scheme:dark');
	});

	it('escapes what managers wrote', () => {
		const line = officeLine({ name: { en: '<b>"Wallet" & co</b>', zh: '钱包' } });
		const { html } = widget('en', { title: '</title><script>' }, line);
		expect(html).not.toContain('<script');
		expect(html).not.toContain('<b>"Wallet"');
	});

	it('gives away no count and no share', () => {
		const { html } = widget('en');
		expect(html.replace(/<style>.*<\/style>/, '')).not.toMatch(/%|agents?\b|calls? (today|waiting)/i);
	});
});
