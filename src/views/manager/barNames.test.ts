import { describe, expect, it } from 'vitest';
import type { Grain } from '#model/load.ts';
import { intervals } from '#time/intervals.ts';
import { dayStart } from '#time/zone.ts';
import { barNames } from './barNames.ts';

function names(
	zone: string,
	from: string,
	to: string,
	grain: Grain,
	lang: 'zh' | 'en' = 'en',
	options: { today?: string } = {}
) {
	return barNames(
		zone,
		intervals(zone, dayStart(zone, from), dayStart(zone, to), grain),
		grain,
		lang,
		options
	);
}

describe('barNames', () => {
	it('names the hours of a day, every third on the axis', () => {
		const day = names('Asia/Shanghai', '2026-11-22', '2026-11-23', 'hour');
		expect(day[9]).toEqual({ label: '09:00–10:00', tick: '09:00' });
		expect(day[23]).toEqual({ label: '23:00–24:00', tick: null });
		expect(day.flatMap(({ tick }) => tick ?? [])).toHaveLength(8);
	});

	it('names the days of several days on the axis', () => {
		const days = names('Asia/Shanghai', '2026-11-22', '2026-11-24', 'hour', 'zh');
		expect(days[24]).toEqual({ label: '11月23日 周一 00:00–01:00', tick: '11月23日 周一' });
		expect(days.filter(({ tick }) => tick !== null)).toHaveLength(2);
	});

	it('tells the two hours of the same name apart by their offset', () => {
		const autumn = names('America/New_York', '2026-11-01', '2026-11-02', 'hour');
		expect(autumn).toHaveLength(25);
		expect(autumn.slice(0, 4).map(({ label }) => label)).toEqual([
			'00:00–01:00',
			'01:00–02:00 (UTC−04:00)',
			'01:00–02:00 (UTC−05:00)',
			'02:00–03:00'
		]);
	});

	it('names days, weeks and months', () => {
		expect(names('Asia/Shanghai', '2026-11-02', '2026-11-03', 'day')[0]).toEqual({
			label: 'Mon, Nov 2, 2026',
			tick: 'Nov 2'
		});
		expect(names('Asia/Shanghai', '2026-11-02', '2026-11-09', 'week', 'zh')[0]).toEqual({
			label: '2026年11月2日 周一起的一周',
			tick: '11月2日'
		});
		expect(names('Asia/Shanghai', '2026-11-01', '2026-12-01', 'month')[0]).toEqual({
			label: 'November 2026',
			tick: 'Nov 2026'
		});
	});

	describe('where the range leaves the present year', () => {
		const today = '2026-11-23';
		const ticks = (...asked: [from: string, to: string, grain: Grain, lang?: 'zh' | 'en']) => {
			const [from, to, grain, lang] = asked;
			const all = names('Asia/Shanghai', from, to, grain, lang, { today });
			return all.flatMap(({ tick }) => tick ?? []);
		};

		it('names the year of days and weeks', () => {
			expect(ticks('2025-12-31', '2026-01-02', 'day')).toEqual(['Dec 31, 2025', 'Jan 1, 2026']);
			expect(ticks('2025-03-03', '2025-03-10', 'week', 'zh')).toEqual(['2025年3月3日']);
			expect(ticks('2026-03-02', '2026-03-09', 'week')).toEqual(['Mar 2']);
		});

		it('names the months of a long range, each once, and none that began before it', () => {
			const year = ticks('2025-11-24', '2026-11-23', 'week');
			expect(year).toHaveLength(12);
			expect(year.slice(0, 3)).toEqual(['Dec 2025', 'Jan 2026', 'Feb 2026']);
			expect(ticks('2015-12-28', '2026-11-02', 'week', 'zh').slice(0, 2)).toEqual(['2016年1月', '2016年2月']);
		});

		it('names the year of hours over several days', () => {
			const [hour] = names('Asia/Shanghai', '2025-12-31', '2026-01-02', 'hour', 'en', { today });
			expect(hour).toEqual({ label: 'Wed, Dec 31, 2025 00:00–01:00', tick: 'Wed, Dec 31, 2025' });
		});
	});
});
