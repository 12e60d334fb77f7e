import { describe, expect, it } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import type { SpecialDay } from '#model/specialDay.ts';
import { calendarOf } from '#time/calendarOf.ts';
import { seedDays } from '#time/seedDays.ts';
import { fewestReported, type KindLoadFactor } from './kindLoads.ts';
import { plantedYear, type Plant } from './plantedYear.ts';
import { specialDayLoads, type SpecialDayLoads } from './specialDayLoads.ts';

const queue = defaultQueue('wallet', { name: 'Wallet', zone: 'Asia/Shanghai', country: 'CN' });
const plant: Plant = {
	seed: 0,
	from: '2025-01-01',
	length: 365,
	level: 800,
	week: [1.12, 1.03, 1, 0.98, 0.95, 0.6, 0.5],
	growth: 1.3,
	noise: 0.08,
	effects: {}
};
const twentySeeds = Array.from({ length: 20 }, (_, seed) => seed);
const kindOf = ({ kinds }: SpecialDayLoads, kind: string) => kinds.find((one) => one.kind === kind);
const holds = (found: KindLoadFactor | undefined, truth: number) =>
	found !== undefined && found.factor.low <= truth && truth <= found.factor.high;
const isSpecial = ({ kind }: KindLoadFactor) => kind !== 'weekend';

describe('what was planted', () => {
	const effects: Record<string, number> = { month_end: 1.2, holiday: 0.55, weekend_holiday: 0.8 };
	const years = twentySeeds.map((seed) =>
		specialDayLoads({ queue, seen: plantedYear(queue, { ...plant, seed, effects }), year: '2025' })
	);

	it.each(Object.entries(effects))(
		'%s × %d is within its 80 %% interval on 17 lines of 20',
		(kind, truth) => {
			expect(years.filter((year) => holds(kindOf(year, kind), truth)).length).toBeGreaterThanOrEqual(17);
		}
	);

	it('is reported where it is large, on every line', () => {
		for (const year of years) {
			expect(kindOf(year, 'month_end')?.reported).toBe(true);
			expect(kindOf(year, 'holiday')?.reported).toBe(true);
		}
	});

	it('is reported where the range that is shown leaves out 1, and nowhere else', () => {
		const kinds = years.flatMap((year) => year.kinds).filter(({ days }) => days >= fewestReported);
		expect(new Set(kinds.map(({ reported }) => reported)).size).toBe(2);
		for (const { kind, certain, reported } of kinds)
			expect(certain.low > 1 || certain.high < 1, kind).toBe(reported);
	});

	it('is not put on kinds that share its days', () => {
		const others = years.flatMap(({ kinds }) =>
			kinds.filter((kind) => isSpecial(kind) && !effects[kind.kind])
		);
		expect(others.filter(({ reported }) => reported)).toEqual([]);
		expect(others.filter((kind) => holds(kind, 1)).length / others.length).toBeGreaterThan(0.8);
	});

	it('is in the days’ own intervals four times of five', () => {
		const days = years.flatMap((year) => year.days.filter(({ kind }) => kind !== null && kind !== 'weekend'));
		const within = days.filter(({ factor, effects: own }) => {
			const truth = own.reduce((product, kind) => product * (effects[kind] ?? 1), 1);
			return factor !== null && factor.low <= truth && truth <= factor.high;
		});
		expect(within.length / days.length).toBeGreaterThan(0.76);
		expect(within.length / days.length).toBeLessThan(0.84);
	});
});

it('reports nothing where nothing was planted, of 20 lines', () => {
	const reported = twentySeeds.flatMap((seed) => {
		const seen = plantedYear(queue, { ...plant, seed });
		const { kinds } = specialDayLoads({ queue, seen, year: '2025' });
		return kinds.filter(
			(kind) => isSpecial(kind) && (kind.reported || kind.wait?.reported || kind.abandonment?.reported)
		);
	});
	expect(reported).toEqual([]);
});

it('finds longer waits and more who leave', () => {
	const seen = plantedYear(queue, { ...plant, level: 2000, waits: { month_end: 2 } });
	const found = kindOf(specialDayLoads({ queue, seen, year: '2025' }), 'month_end');
	expect(found?.reported).toBe(false);
	expect(found?.wait).toMatchObject({ reported: true });
	expect(found?.wait?.value).toBeGreaterThan(1.7 * (found?.wait?.ordinary ?? 0));
	expect(found?.abandonment).toMatchObject({ reported: true });
	expect(found?.abandonment?.value).toBeGreaterThan(0.08);
});

describe('a kind of a manager’s own', () => {
	const payday = (date: string): SpecialDay => ({
		date,
		scope: 'queue',
		subdivision: null,
		kind: 'payday',
		name: { en: 'Payday', zh: '发薪日' },
		standsFor: null,
		source: 'manager',
		verified: true,
		schedule: false,
		own: true
	});
	const told = (dates: string[]) => ({
		...queue,
		calendar: calendarOf(queue, [...seedDays('CN', '2025-12-31'), ...dates.map(payday)])
	});
	const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-15`);

	it('is found with twelve days behind it', () => {
		const line = told(months);
		const seen = plantedYear(line, { ...plant, effects: { payday: 1.3 } });
		const found = kindOf(specialDayLoads({ queue: line, seen, year: '2025' }), 'payday');
		expect(found).toMatchObject({ days: 12, reported: true, name: { zh: '发薪日' } });
		expect(holds(found, 1.3)).toBe(true);
	});

	it('does not shout with two', () => {
		const line = told(months.slice(4, 6));
		const seen = plantedYear(line, { ...plant, noise: 0.2, effects: { payday: 1.8 } });
		const { kinds, days } = specialDayLoads({ queue: line, seen, year: '2025' });
		const found = kinds.find(({ kind }) => kind === 'payday');
		const raw = days
			.filter(({ kind }) => kind === 'payday')
			.map(({ factor }) => Math.log(factor?.value ?? 1));
		const mean = raw.reduce((sum, log) => sum + log, 0) / raw.length;
		expect(found).toMatchObject({ days: 2, reported: false });
		expect(Math.log(found?.factor.value ?? 1)).toBeLessThan(0.9 * mean);
		expect((found?.factor.high ?? 0) / (found?.factor.low ?? 1)).toBeGreaterThan(1.5);
	});
});

describe('days that are not over', () => {
	const effects = { holiday: 0.5, weekend_holiday: 0.5, month_end: 1.3 };
	const seen = plantedYear(queue, { ...plant, from: '2024-11-01', length: 386, effects });
	const { days } = specialDayLoads({ queue, seen, year: '2025' });
	const on = (date: string) => days.find((day) => day.date === date);

	it('are foretold from their kinds', () => {
		expect(on('2025-11-21')).toMatchObject({ seen: true });
		expect(on('2025-12-31')).toMatchObject({ seen: false, offered: null, kind: 'before_holiday' });
		expect(on('2025-12-30')?.factor?.value).toBeGreaterThan(1.2);
		expect(on('2025-12-30')?.factor?.value).toBeLessThan(1.4);
		expect(on('2025-12-10')).toMatchObject({ kind: null, factor: null });
		expect(on('2025-12-10')?.expected).toBeGreaterThan(800);
	});

	it('of a year without a schedule are foretold too, as estimated', () => {
		const next = specialDayLoads({ queue, seen, year: '2027' }).days;
		expect(next.filter(({ kind }) => kind === 'make_up_workday')).toEqual([]);
		expect(next.some(({ published }) => published)).toBe(false);
	});
});

describe('a line that says little', () => {
	it('has no factors with a week of days, and no calls at all', () => {
		const week = plantedYear(queue, { ...plant, from: '2025-09-25', length: 7 });
		for (const seen of [week, []]) {
			const { kinds, days, dayVariation } = specialDayLoads({ queue, seen, year: '2025' });
			expect([kinds, dayVariation]).toEqual([[], null]);
			expect(days).toHaveLength(365);
			expect(days.every(({ factor, expected }) => factor === null && expected === null)).toBe(true);
		}
	});

	it('shows a closed holiday as nothing, and does not learn from it', () => {
		const office = { ...queue, hours: { ...queue.hours, holiday: [] } };
		const seen = plantedYear(office, plant);
		const { days, kinds } = specialDayLoads({ queue: office, seen, year: '2025' });
		expect(days.find(({ date }) => date === '2025-10-01')).toMatchObject({
			open: false,
			offered: 0,
			factor: { value: 0, low: 0 }
		});
		expect(kinds.map(({ kind }) => kind)).not.toContain('holiday');
	});

	it('is not moved by an outage', () => {
		const seen = plantedYear(queue, { ...plant, effects: { month_end: 1.2 } });
		const broken = seen.map((day, i) =>
			i > 150 && i < 156 ? { ...day, offered: 3, answered: 3, abandoned: 0 } : day
		);
		const [before, after] = [seen, broken].map((days) =>
			kindOf(specialDayLoads({ queue, seen: days, year: '2025' }), 'month_end')
		);
		expect(after?.factor.value).toBeCloseTo(before?.factor.value ?? 0, 1);
		expect(after?.reported).toBe(true);
	});
});
