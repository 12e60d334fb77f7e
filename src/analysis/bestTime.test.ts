import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Queue, ServiceHours } from '#model/queue.ts';
import type { Lang } from '#texts/lang.ts';
import { openAt } from '#time/serviceHours.ts';
import { bestTime } from './bestTime.ts';
import { busyMornings, officeLine, typicalOf, type HourModel } from './fixtures/weeks.ts';

const at = (text: string) => Date.parse(text);
const weekdayTimes = (times: [string, string][]): ServiceHours => ({
	...officeLine().hours,
	mon: times,
	tue: times,
	wed: times,
	thu: times,
	fri: times
});

function answer(now: number, queue: Queue = officeLine(), model: HourModel = busyMornings, urgent = false) {
	return bestTime({ queue, lang: 'en', now, typical: typicalOf(queue, now, model), urgent });
}

describe('bestTime', () => {
	const tuesday = at('2026-06-16T10:20:34+08:00');

	it('answers on the grid, in the offset of the line', () => {
		const first = answer(tuesday);
		expect(first.as_of).toBe('2026-06-16T10:20:00+08:00');
		expect(first.valid_until).toBe('2026-06-16T10:21:00+08:00');
		expect(answer(at('2026-06-16T10:20:59.999+08:00'))).toEqual(first);
		expect(first.queue).toEqual({
			slug: 'wallet',
			name: 'Wallet help',
			zone: 'Asia/Shanghai',
			phone: '95188'
		});
	});

	it('says how long the wait is and when it is quieter', () => {
		const { now, open, verdict } = answer(tuesday);
		expect(open).toEqual({
			now: true,
			until: '2026-06-16T18:00:00+08:00',
			next: '2026-06-17T09:00:00+08:00',
			reason: null
		});
		expect(now).toEqual({ level: 5, wait_minutes: { half_under: 10, most_under: 15 }, basis: 'typical' });
		expect(verdict).toBe(
			'Open now. Half of callers wait under 10 minutes, most under 15 minutes. Quieter from 14:00.'
		);
	});

	it('names two or three windows on different days, each of one to three hours', () => {
		const { best } = answer(tuesday);
		expect(best.length).toBe(3);
		expect(new Set(best.map(({ start }) => start.slice(0, 10))).size).toBe(3);
		expect(best[0]?.start.slice(0, 10)).toBe('2026-06-16');
		for (const { start, end, level } of best) {
			const hours = (at(end) - at(start)) / 3_600_000;
			expect(hours).toBeGreaterThanOrEqual(1);
			expect(hours).toBeLessThanOrEqual(3);
			expect(level).toBeLessThanOrEqual(2);
		}
	});

	it('neither warns of the present hour nor praises it against what the line itself tells', () => {
		const monday = at('2026-06-15T10:20:00+08:00');
		const queue = officeLine();
		const typical = typicalOf(queue, monday, busyMornings);
		const told = (most_under: number, now: number) =>
			bestTime({
				...{ queue, lang: 'en', now, typical },
				shown: { wait: { half_under: 1, most_under }, basis: 'live' }
			});
		expect(answer(monday).avoid[0]?.start).toBe('2026-06-15T10:20:00+08:00');
		const quiet = told(1, monday);
		expect(quiet.verdict).toMatch(/under 1 minute\. Quieter right now than usual at this hour\.$/);
		expect(quiet.avoid[0]?.start).toBe('2026-06-15T11:00:00+08:00');
		const afternoons = ['15', '16', '17', '18'].flatMap((day) =>
			['14:00', '15:00', '16:00', '17:00'].map((time) => at(`2026-06-${day}T${time}:00+08:00`))
		);
		const begun = afternoons.filter((now) => at(answer(now).best[0]?.start ?? '') === now);
		expect(begun.length).toBeGreaterThan(0);
		for (const now of begun) expect(told(60, now).best.map(({ start }) => at(start))).not.toContain(now);
	});

	describe('a live wait beside the typical hour', () => {
		const queue = officeLine();
		const told = (now: number, half_under: number, most_under: number, lang: Lang = 'en') =>
			bestTime({
				...{ queue, lang, now, typical: typicalOf(queue, now, busyMornings) },
				shown: { wait: { half_under, most_under }, basis: 'live' }
			});
		const afternoon = at('2026-06-16T16:20:00+08:00');
		const usual = answer(afternoon).now;

		it('says which of the two is quieter, and praises the clock only for the hour', () => {
			expect(usual?.level).toBeLessThanOrEqual(2);
			expect(answer(afternoon).verdict).toContain('This is one of the quieter times.');
			const busy = told(afternoon, 30, 45);
			expect(busy.now?.level).toBe(5);
			expect(busy.verdict).toContain('Busier right now than usual at this hour.');
			expect(told(afternoon, 30, 45, 'zh').verdict).toContain('此刻比这个时段平时忙。');
			expect(busy.verdict).not.toContain('one of the quieter times');
			expect(told(tuesday, 1, 1, 'zh').verdict).toMatch(/不到 1 分钟。此刻比这个时段平时清闲。$/);
		});

		it('has the level of its hour where it reads the same, and then says nothing of it', () => {
			for (const now of [tuesday, afternoon]) {
				const { level, wait_minutes } = answer(now).now ?? {};
				const same = told(now, wait_minutes?.half_under ?? 0, wait_minutes?.most_under ?? 0);
				expect(same.now?.level).toBe(level);
				expect(same.verdict).toBe(answer(now).verdict);
			}
		});

		it('says from when it is quieter than it is now, too', () => {
			const falling: HourModel = ({ hour }) => ({ calls: 10, waitSeconds: () => 1800 - (hour - 9) * 180 });
			const { now, verdict } = bestTime({
				...{ queue, lang: 'en', now: tuesday, typical: typicalOf(queue, tuesday, falling) },
				shown: { wait: { half_under: 20, most_under: 20 }, basis: 'live' }
			});
			expect(now?.level).toBe(3);
			expect(verdict).toMatch(/Quieter right now than usual at this hour\. Quieter still from 14:00\.$/);
		});

		it('says nothing where most callers wait as usual', () => {
			const { level, wait_minutes } = answer(tuesday).now ?? {};
			const { now, verdict } = told(tuesday, 5, wait_minutes?.most_under ?? 0);
			expect(now?.level).toBe(level);
			expect(verdict).not.toContain('usual');
		});

		it('calls no hour quiet of which nothing is known', () => {
			const { verdict } = bestTime({
				...{ queue, lang: 'en', now: tuesday, typical: () => null },
				shown: { wait: { half_under: 1, most_under: 1 }, basis: 'live' }
			});
			expect(verdict).toBe('Open now. Most callers wait under 1 minute.');
		});
	});

	it('does not send everybody to the same hours', () => {
		const wide = officeLine({ hours: weekdayTimes([['08:00', '22:00']]) });
		const quietAfternoons: HourModel = ({ hour }) => ({
			calls: 10,
			waitSeconds: (i) => (hour < 13 ? 90 : 20) * (i + 1)
		});
		const typical = typicalOf(wide, tuesday, quietAfternoons);
		const ask = (now: number) => bestTime({ queue: wide, lang: 'en', now, typical }).best;
		const named = new Set<string>();
		for (let quarter = 0; quarter < 48; quarter++) {
			const now = at('2026-06-16T00:00:00+08:00') + quarter * 900_000;
			for (const { start, end } of ask(now)) {
				expect(at(end) - at(start)).toBeGreaterThanOrEqual(2 * 3_600_000);
				named.add(start);
			}
			expect(ask(now + 14 * 60_000)).toEqual(ask(now));
		}
		expect(named.size).toBeGreaterThan(20);
	});

	it('warns of Monday morning first', () => {
		const { avoid } = answer(at('2026-06-12T17:30:00+08:00'));
		expect(avoid[0]).toEqual({
			start: '2026-06-15T09:00:00+08:00',
			end: '2026-06-15T15:00:00+08:00',
			level: 5,
			why: 'monday_morning'
		});
	});

	it('gives the reasons in their order: month end, before and after a holiday', () => {
		// Labour Day 2026: Friday 1 May to Tuesday 5 May.
		const even: HourModel = ({ date, weekday, hour }) => ({
			calls: 10,
			waitSeconds: () => 300 + hour + (date.slice(8) >= '28' ? 900 : 0) + (weekday === 4 ? 500 : 0)
		});
		const whys = answer(at('2026-04-27T12:30:00+08:00'), officeLine(), even).avoid.map(({ why }) => why);
		expect(whys).toContain('month_end');
		const line = officeLine({ month_end_days: 0 });
		const before = answer(at('2026-04-27T12:30:00+08:00'), line, ({ weekday }) => ({
			calls: 10,
			waitSeconds: () => (weekday === 4 ? 900 : 300)
		}));
		expect(before.avoid).toMatchObject([{ start: '2026-04-30T09:00:00+08:00', why: 'before_holiday' }]);
		const after = answer(at('2026-05-05T12:30:00+08:00'), line, ({ weekday }) => ({
			calls: 10,
			waitSeconds: () => (weekday === 3 ? 900 : 300)
		}));
		expect(after.avoid).toMatchObject([{ start: '2026-05-06T09:00:00+08:00', why: 'after_holiday' }]);
	});

	it('is closed on a holiday and names it, and the next opening with the zone in words', () => {
		const { open, now, verdict, week } = answer(at('2026-06-19T10:00:00+08:00'));
		expect(open).toEqual({
			now: false,
			until: null,
			next: '2026-06-22T09:00:00+08:00',
			reason: 'holiday'
		});
		expect(now).toBeNull();
		expect(verdict).toMatch(
			/^Closed today for Dragon Boat Festival\. Opens Monday 09:00 \(Beijing time\)\. Quietest: Monday 1\d:00–18:00\.$/
		);
		expect(week[0]).toMatchObject({ date: '2026-06-19', kind: 'holiday', name: 'Dragon Boat Festival' });
		expect(week[0]?.hours.every(({ level }) => level === null)).toBe(true);
	});

	it('does not blame a holiday on which it was open', () => {
		const line = officeLine();
		const queue = { ...line, hours: { ...line.hours, holiday: line.hours.mon } };
		const { open, verdict } = answer(at('2026-06-19T20:00:00+08:00'), queue);
		expect(open).toMatchObject({ now: false, next: '2026-06-20T09:00:00+08:00', reason: 'outside_hours' });
		expect(verdict).toMatch(/^Closed now\. Opens tomorrow 09:00 \(Beijing time\)\./);
	});

	it('opens on a make-up workday with the hours and levels of the weekday it stands for', () => {
		const { week } = answer(at('2026-05-07T10:00:00+08:00'));
		const saturday = week.find(({ date }) => date === '2026-05-09');
		const tuesdayAfter = week.find(({ date }) => date === '2026-05-12');
		expect(saturday?.kind).toBe('make_up_workday');
		expect(saturday?.hours).toEqual(tuesdayAfter?.hours);
	});

	it('shows the same hours every day, from the first opening to the last closing', () => {
		const { week } = answer(at('2026-06-16T10:20:34+08:00'));
		expect(week.map(({ date }) => date)).toEqual([16, 17, 18, 19, 20, 21, 22].map((day) => `2026-06-${day}`));
		for (const { hours } of week)
			expect(hours.map(({ hour }) => hour)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
	});

	it('lets a day end at 24:00', () => {
		const late = officeLine({ hours: weekdayTimes([['18:00', '24:00']]) });
		const evening = answer(at('2026-06-16T22:30:00+08:00'), late, ({ hour }) => ({
			calls: 10,
			waitSeconds: () => (hour < 22 ? 900 : 60)
		}));
		expect(evening.open.until).toBe('2026-06-17T00:00:00+08:00');
		expect(evening.best[0]).toMatchObject({
			start: '2026-06-16T22:30:00+08:00',
			end: '2026-06-17T00:00:00+08:00'
		});
		expect(evening.week[0]?.hours.map(({ hour }) => hour)).toEqual([18, 19, 20, 21, 22, 23]);
		const hidden = { ...late, public: { ...late.public, parts: { now: false, week: true, accuracy: true } } };
		expect(answer(at('2026-06-16T22:30:00+08:00'), hidden).verdict).toMatch(/^Open now, until 24:00\./);
	});

	it('goes on through midnight', () => {
		const night = officeLine({ hours: weekdayTimes([['22:00', '06:00']]) });
		const { open, now, week } = answer(at('2026-06-17T02:30:00+08:00'), night);
		expect(open.until).toBe('2026-06-17T06:00:00+08:00');
		expect(now).not.toBeNull();
		expect(week[0]?.hours.filter(({ level }) => level !== null).map(({ hour }) => hour)).toEqual([
			0, 1, 2, 3, 4, 5, 22, 23
		]);
	});

	it('says so when too little is known', () => {
		const thin = answer(tuesday, officeLine(), () => ({ calls: 0, waitSeconds: () => 0 }));
		expect(thin).toMatchObject({ now: null, best: [], avoid: [] });
		expect(thin.week.flatMap(({ hours }) => hours).every(({ level }) => level === null)).toBe(true);
		expect(thin.verdict).toBe(
			'Open now, until 18:00. Too few calls at this hour to say how long the wait is.'
		);
	});

	it('neither gives nor mentions what is switched off', () => {
		const line = officeLine();
		const off = { ...line, public: { ...line.public, parts: { now: false, week: false, accuracy: false } } };
		const { now, week, accuracy, verdict } = answer(tuesday, off);
		expect({ now, week, accuracy }).toEqual({ now: null, week: [], accuracy: null });
		expect(verdict).toMatch(/^Open now, until 18:00\. Quietest: today 1\d:00–18:00\.$/);
	});

	it('never tells an urgent caller to wait for a quiet hour', () => {
		const open = answer(tuesday, officeLine(), busyMornings, true);
		expect(open).toMatchObject({ best: [], avoid: [] });
		expect(open.verdict).toMatch(/^Urgent: call at once/);
		const closed = answer(at('2026-06-16T20:00:00+08:00'), officeLine(), busyMornings, true);
		expect(closed.verdict).toBe(
			'Closed now. Opens tomorrow 09:00 (Beijing time). Urgent: freeze your account now, then call as soon as the line opens.'
		);
	});

	it('has an answer for a line without opening hours', () => {
		const never = officeLine({ hours: weekdayTimes([]) });
		expect(answer(tuesday, never)).toMatchObject({
			open: { now: false, until: null, next: null, reason: 'no_hours' },
			best: [],
			verdict: 'Closed now. No opening time is planned in the next weeks.'
		});
	});

	it('has an answer for a line that never closes', () => {
		const line = officeLine();
		const always = Object.fromEntries(Object.keys(line.hours).map((day) => [day, [['00:00', '24:00']]]));
		const queue: Queue = { ...line, hours: { ...line.hours, ...always } };
		const { open, best } = answer(tuesday, queue);
		expect(open).toEqual({ now: true, until: null, next: null, reason: null });
		expect(best.length).toBe(3);
		// The nights are as quiet, but nobody is sent out of bed.
		for (const { start } of best) expect(Number(start.slice(11, 13))).toBeGreaterThanOrEqual(7);
	});

	it('speaks Chinese', () => {
		const queue = officeLine();
		const typical = typicalOf(queue, tuesday, busyMornings);
		const say = (text: string) => bestTime({ queue, lang: 'zh', now: at(text), typical }).verdict;
		expect(say('2026-06-16T10:20:00+08:00')).toBe(
			'现在是服务时间。半数来电者等候不到 10 分钟，大多数不到 15 分钟。14:00 起会清闲一些。'
		);
		expect(say('2026-06-19T10:00:00+08:00')).toMatch(
			/^今天端午节休息。周一 09:00（北京时间）开始服务。最清闲：周一 1\d:00–18:00。$/
		);
	});

	it('stays inside the service hours, in the future and in range for any line and instant', () => {
		const times = fc
			.tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 24 }))
			.map(([start, length]): [string, string][] => [[clock(start), clock(Math.min(48, start + length))]]);
		const zones = fc.constantFrom(
			'Asia/Shanghai',
			'America/New_York',
			'Asia/Kathmandu',
			'Australia/Lord_Howe'
		);
		const instants = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') });
		const salts = fc.integer({ min: 1, max: 50 });
		fc.assert(
			fc.property(times, zones, instants, salts, (hours, zone, now, salt) => {
				const queue = officeLine({ zone, hours: weekdayTimes(hours) });
				const model: HourModel = ({ weekday, hour }) => ({
					calls: 8,
					waitSeconds: (i) => ((weekday * 7 + hour * salt) % 23) * 20 * (i + 1)
				});
				const found = answer(now, queue, model);
				const asOf = Math.floor(now / 60_000) * 60_000;
				for (const { start, end } of [...found.best, ...found.avoid]) {
					expect(at(start)).toBeGreaterThanOrEqual(asOf);
					expect(at(end)).toBeGreaterThan(at(start));
					for (let t = at(start); t < at(end); t += 300_000) expect(openAt(queue, t)).toBe(true);
					expect(openAt(queue, at(end) - 1)).toBe(true);
				}
				expect(found.best.length).toBeLessThanOrEqual(3);
				expect(found.week.length).toBe(7);
				if (!found.open.now) expect(found.now).toBeNull();
			}),
			{ seed: 20260102, numRuns: 60 }
		);
	});
});

function clock(halfHours: number): string {
	return `${String(Math.floor(halfHours / 2)).padStart(2, '0')}:${halfHours % 2 === 0 ? '00' : '30'}`;
}
