import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { bestTime, gridMs } from '#analysis/bestTime.ts';
import { spreadNow } from '#analysis/ofTwenty.ts';
import { busyMornings, officeLine, typicalOf, type HourModel } from '#analysis/fixtures/weeks.ts';
import type { Queue } from '#model/queue.ts';
import type { Lang } from '#texts/lang.ts';
import { publicTexts } from '#texts/public.ts';
import CallGuide from './CallGuide.svelte';
import { guideOf } from './callGuide.server.ts';
import Widget from './Widget.svelte';
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
		props: {
			guide: guideOf(wallet, { answer, spread: null }, { lang, now, topic, zone: null }),
			texts: publicTexts(lang)
		}
	});
	return body.replace(/<!--.*?-->/g, '');
}

describe('the call guide', () => {
	it('begins with the answer and has the whole week as a table', () => {
		const html = guide('en');
		const places = [
			'Open now.',
			'Best times to call',
			'Better not',
			'The week by the hour',
			'Have ready</h2>'
		];
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

	describe('where the line itself tells the wait', () => {
		const typical = typicalOf(wallet, now, busyMornings);
		const shown = { wait: { half_under: 1, most_under: 1 }, basis: 'live' } as const;
		const answerOf = (lang: Lang) => bestTime({ queue: wallet, lang, now, typical, shown });
		const pageOf = (lang: Lang) => {
			const made = {
				answer: answerOf(lang),
				spread: spreadNow(wallet, Math.floor(now / gridMs) * gridMs, typical)
			};
			const guide = guideOf(wallet, made, { lang, now, topic: null, zone: null });
			const { body } = render(CallGuide, { props: { guide, texts: publicTexts(lang) } });
			return body.replace(/<!--.*?-->/g, '');
		};

		it('says what is of now and what is usual at the hour', () => {
			const html = pageOf('en');
			expect(html).toContain('Quieter right now than usual at this hour.');
			expect(html).toMatch(/Usually at this hour, of 20 callers 1\d wait less than/);
			expect(html).toContain('What to expect at each hour, going by past weeks; not how it is right now.');
			expect(html).not.toContain('one of the quieter times');
			expect(pageOf('zh')).toMatch(
				/此刻比这个时段平时清闲。.*这个时段平时每 20 位来电者中，.*不是此刻的实况。/s
			);
		});

		it('says of the wait now alone that it was updated a moment ago', () => {
			expect(pageOf('en')).toMatch(/once a day\.[^<]*<\/p>\s*<p>The wait now [^<]* updated at 10:20\./);
			expect(pageOf('zh')).toContain('更新于 10:20');
			expect(guide('en')).not.toContain('updated at');
		});

		it('tells the widget’s reader the same', () => {
			const { body } = render(Widget, { props: { answer: answerOf('en'), guide: 'https://calls.example' } });
			expect(body).toContain('Quieter right now than usual at this hour.');
			expect(body).toContain('not how it is right now.');
			expect(body).toContain('other times from typical hours of the last 8 weeks.');
		});
	});

	it('calls hours to avoid by their waits, not by how many call', () => {
		expect(guide('en')).toContain('long waits');
		expect(guide('zh')).toContain('等候较久');
		expect(guide('en')).not.toMatch(/busiest/i);
		expect(guide('zh')).not.toContain('高峰');
	});

	it('names whom to turn to in the line’s country', () => {
		expect(guide('zh')).toContain('12363');
	});
});

describe('the front page', () => {
	const lineOf = (queue: Queue) => ({
		answer: bestTime({ queue, lang: 'en', now, typical: typicalOf(queue, now, busyMornings) }),
		channels: queue.public.channels
	});
	const show = (lines: Queue[]) => {
		const [first, ...others] = lines.map(lineOf);
		const topic = (slug: string, name: string) =>
			first ? [{ slug, name, line: first.answer, freezeUrl: 'https://wallet.example/freeze' }] : [];
		const page = {
			urgent: topic('stolen', 'Stolen phone'),
			topics: topic('refund', 'A refund'),
			lines: first ? [first, ...others] : []
		};
		return render(FrontPage, { props: { lang: 'en', texts: publicTexts('en'), page } }).body;
	};

	it('asks what it is about, urgent things first, then lists the lines with their verdicts', () => {
		const html = show([wallet]);
		const places = [
			'What is it about?',
			'Stolen phone',
			'A refund',
			'The lines',
			'Half of callers wait under'
		];
		expect(places.map((text) => html.indexOf(text))).toEqual(
			places.map((text) => html.indexOf(text)).toSorted((a, b) => a - b)
		);
		expect(places.every((text) => html.includes(text))).toBe(true);
		expect(html).toMatch(/href="[^"]*\/call\/wallet\?topic=refund&(amp;)?lang=en"/);
	});

	it('lets who has been robbed call or freeze the account from here', () => {
		const html = show([wallet]);
		expect(html.indexOf('tel:95188')).toBeLessThan(html.indexOf('A refund'));
		expect(html).toContain('href="https://wallet.example/freeze"');
	});

	it('puts what is quicker before the number where the wait is long', () => {
		const slow: HourModel = () => ({ calls: 10, waitSeconds: (i) => 900 + i * 100 });
		const answer = bestTime({ queue: wallet, lang: 'en', now, typical: typicalOf(wallet, now, slow) });
		const line = { answer, channels: wallet.public.channels };
		const { body } = render(FrontPage, {
			props: { lang: 'en', texts: publicTexts('en'), page: { urgent: [], topics: [], lines: [line] } }
		});
		expect(body.indexOf('https://wallet.example/chat')).toBeGreaterThan(0);
		expect(body.indexOf('https://wallet.example/chat')).toBeLessThan(body.indexOf('tel:95188'));
		expect(show([wallet])).not.toContain('https://wallet.example/chat');
	});

	it('says what this is when no line is public', () => {
		const html = show([]);
		expect(html).toContain('No line is public yet');
		expect(html).toContain('/dashboard');
		expect(html).not.toContain('The lines');
	});
});
