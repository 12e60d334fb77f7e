import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { CallersPageData } from './callersPage.server.ts';
import NowSection from './NowSection.svelte';
import RecordSection from './RecordSection.svelte';

const data: CallersPageData = {
	slug: 'wallet',
	name: { en: 'Wallet', zh: '钱包' },
	isPublic: true,
	parts: { now: true, accuracy: true },
	isOpen: true,
	now: { shown: { wait: { half_under: 5, most_under: 10 }, basis: 'typical' }, whyNotLive: 'late' },
	isHeldPublic: true,
	mostHeld: 0.83,
	halfHeld: 0.55,
	marks: null,
	days: Array.from({ length: 28 }, (_, i) => ({
		day: `2026-06-${String(i + 1).padStart(2, '0')}`,
		callers: i === 3 ? 0 : 100,
		halfHeld: 55,
		mostHeld: i === 9 ? 71 : 83,
		liveCallers: 40,
		replayed: i < 14
	}))
};
const now = (changes: Partial<CallersPageData>, lang: 'en' | 'zh' = 'en') =>
	render(NowSection, { props: { lang, data: { ...data, ...changes } } }).body;

describe('what callers are told now', () => {
	it('is said as they read it, with what it comes from and why not from the line', () => {
		const html = now({});
		expect(html).toContain('Half of callers wait under 5 minutes, most under 10 minutes.');
		expect(html).toContain('From the same hour of the last 8 weeks.');
		expect(html).toContain('come only after a call has ended');
		expect(now({ now: { shown: null, whyNotLive: 'unknown' } })).toContain('too few calls');
		expect(now({ isOpen: false })).toContain('The line is closed');
		expect(now({ isPublic: false })).toContain('not public');
		expect(now({}, 'zh')).toContain('通话结束后才收到记录');
	});
});

describe('how it held', () => {
	it('names the worst day, marks the days that were worked out later, and has every day in the table', () => {
		const { body } = render(RecordSection, { props: { lang: 'en', data } });
		expect(body).toContain('On the worst day, Wed, Jun 10, “most under” held for 71%.');
		expect(body.match(/<rect class="replayed[^>]*x="\d/g)?.length).toBe(13 + 1);
		expect(body.match(/<tr>/g)?.length).toBe(29);
		expect(body).toContain('Callers see this figure too.');
		expect(body).toContain('Outlined days were worked out later');
	});

	it('shows what is marked: in the drawing, below it and in the table', () => {
		const cells = data.days.map((_, i) => (i === 9 ? 'App outage' : ''));
		const marks = {
			...{ title: 'Marked', column: 'Marked in it', notes: ['Wed, Jun 10 10:20–12:00: App outage'], cells },
			marks: [{ number: 1, x: 33, width: 0.5, leftOut: true }]
		};
		const { body } = render(RecordSection, { props: { lang: 'en', data: { ...data, marks } } });
		expect(body.match(/<rect class="mark/g)?.length).toBe(1);
		expect(body).toContain('Wed, Jun 10 10:20–12:00: App outage');
		expect(body).toMatch(/<th[^>]*>Marked in it<\/th>/);
		expect(body.match(/<td[^>]*>App outage<\/td>/g)?.length).toBe(1);
	});

	it('says that callers see it only where they do', () => {
		const said = (changes: Partial<CallersPageData>, lang: 'en' | 'zh' = 'en') =>
			render(RecordSection, { props: { lang, data: { ...data, ...changes } } }).body;
		const notYet = said({ isHeldPublic: false });
		expect(notYet).not.toContain('Callers see this figure too.');
		expect(notYet).toContain('Callers do not see this figure yet');
		expect(said({ isHeldPublic: false }, 'zh')).toContain('暂时还看不到这个比例');
		const off = said({ isHeldPublic: false, parts: { now: true, accuracy: false } });
		expect(off).toContain('it can be switched on in the settings');
	});

	it('has words for no days at all', () => {
		const days = data.days.map((day) => ({ ...day, callers: 0 }));
		const { body } = render(RecordSection, {
			props: { lang: 'en', data: { ...data, days, mostHeld: null } }
		});
		expect(body).toContain('Nobody was told anything in these days.');
	});
});
