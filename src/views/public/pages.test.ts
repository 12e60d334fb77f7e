import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { bestTime } from '#analysis/bestTime.ts';
import { busyMornings, officeLine, typicalOf } from '#analysis/fixtures/weeks.ts';
import type { Queue } from '#model/queue.ts';
import type { Lang } from '#texts/lang.ts';
import { publicTexts } from '#texts/public.ts';
import CallGuide from './CallGuide.svelte';
import { guideOf } from './callGuide.server.ts';
import FrontPage from './FrontPage.svelte';

const now = Date.parse('2026-06-16T10:20:34+08:00');
const line = officeLine();
const wallet: Queue = {
	...line,
	public: {
		...line.public,
		channels: [{ kind: 'chat', label: '在线客服', url: 'https://wallet.example/chat' }],
		topics: [
			{ slug: 'refund', name: '退款', urgent: false, prepare: ['订单号'] },
			{ slug: 'stolen', name: '账户被盗', urgent: true, prepare: [] }
		],
		guide: {
			'topic.refund.name.en': 'A refund',
			'topic.refund.prepare.en': 'The order number\nThe shop',
			'channel.chat.label.en': 'Web chat',
			fraud_warning: 'Never tell a code.'
		}
	}
};

function guide(lang: Lang, topic: string | null = null): string {
	const urgent = topic === 'stolen';
	const answer = bestTime({
		queue: wallet,
		lang,
		now,
		typical: typicalOf(wallet, now, busyMornings),
		urgent
	});
	const { body } = render(CallGuide, {
		props: { guide: guideOf(wallet, answer, { lang, now, topic }), texts: publicTexts(lang) }
	});
	return body.replace(/<!--.*?-->/g, '');
}

describe('the call guide', () => {
	it('begins with the answer and has the whole week as a table', () => {
		const html = guide('en');
		const places = ['Open now.', 'Best times to call', 'Better not', 'The week by the hour', 'Have ready'];
		expect(places.map((text) => html.indexOf(text))).toEqual(
			places.map((text) => html.indexOf(text)).toSorted((a, b) => a - b)
		);
		expect(html).toContain('href="tel:95188"');
		expect(html.match(/<th scope="row"[^>]*>\d\d:00–\d\d:00/g)?.length).toBe(9);
	});

	it('is translated where the manager did, and else as it is', () => {
		const english = guide('en', 'refund');
		for (const text of [
			'A refund',
			'The order number',
			'The shop',
			'Web chat',
			'Never tell a code.',
			'账户被盗'
		])
			expect(english).toContain(text);
		expect(guide('zh', 'refund')).toMatch(/订单号.*在线客服/s);
	});

	it('sends an urgent caller to the telephone, not to a quiet hour', () => {
		const html = guide('zh', 'stolen');
		expect(html).toContain('冻结账户');
		expect(html).not.toContain(publicTexts('zh').best);
		expect(html).not.toContain(publicTexts('zh').week);
	});

	it('names whom to turn to in the line’s country', () => {
		expect(guide('zh')).toContain('12363');
	});
});

describe('the front page', () => {
	const show = (lines: Queue[]) =>
		render(FrontPage, {
			props: {
				lang: 'en',
				texts: publicTexts('en'),
				topics: [
					{ slug: 'stolen', name: 'Stolen', urgent: true, queue: 'wallet', line: 'Wallet help' }
				].slice(0, lines.length),
				lines: lines.map((queue) =>
					bestTime({ queue, lang: 'en', now, typical: typicalOf(queue, now, busyMornings) })
				)
			}
		}).body;

	it('asks what it is about, then lists the lines with their verdicts', () => {
		const html = show([wallet]);
		expect(html.indexOf('What is it about?')).toBeLessThan(html.indexOf('The lines'));
		expect(html).toMatch(/href="[^"]*\/call\/wallet\?topic=stolen&(amp;)?lang=en"/);
		expect(html).toContain('Half of callers wait under');
	});

	it('says what this is when no line is public', () => {
		const html = show([]);
		expect(html).toContain('No line is public yet');
		expect(html).toContain('/dashboard');
		expect(html).not.toContain('The lines');
	});
});
