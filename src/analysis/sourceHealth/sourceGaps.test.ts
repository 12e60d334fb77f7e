import { randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { isWorking, countryDays } from '#time/calendar.ts';
import { addDays, instantOf, wallTime } from '#time/zone.ts';
import { slotMs, slotOf } from './slots.ts';
import { sourceGaps } from './sourceGaps.ts';

const zone = 'Asia/Shanghai';
const calendar = countryDays('CN');
const today = '2026-03-26';
const minute = 60_000;
const at = (date: string, minutes: number) => instantOf(zone, date, minutes);

function dayOf(instant: number) {
	const { date, hour, minute } = wallTime(zone, instant);
	const kind = isWorking(calendar(date)) ? 'working' : 'free';
	return { date, kind, slot: Math.floor((hour * 60 + minute) / 5) };
}

/** Four weeks of a source that sends on working days from 9 to 18, each time with this chance. */
function weeks(chance: number, until: number, isDown: (at: number) => boolean = () => false): number[] {
	const random = randomLcg(0.3);
	const slots: number[] = [];
	for (let date = addDays(today, -28); date <= today; date = addDays(date, 1)) {
		if (!isWorking(calendar(date))) continue;
		for (let start = at(date, 540); start < at(date, 1080); start += slotMs)
			if (random() < chance && start < until && !isDown(start)) slots.push(slotOf(start));
	}
	return slots;
}

const gapsAt = (active: number[], now: number) =>
	sourceGaps(active, { now, sinceAt: now - 7 * 86_400_000, dayOf });

describe('gaps of a source', () => {
	const ten = at(today, 600);

	it('that sends all the time show within twenty minutes, with their beginning', () => {
		const active = weeks(1, ten);
		expect(gapsAt(active, ten + 10 * minute)).toEqual([]);
		expect(gapsAt(active, ten + 20 * minute)).toEqual([{ fromAt: ten, toAt: null }]);
	});

	it('that sends rarely take longer', () => {
		const active = weeks(0.3, ten);
		expect(gapsAt(active, ten + 60 * minute)).toEqual([]);
		expect(gapsAt(active, ten + 240 * minute)).toHaveLength(1);
	});

	it('are none at night, at weekends, and on holidays', () => {
		const active = weeks(1, at(today, 1080));
		expect(gapsAt(active, at(today, 1080))).toEqual([]);
		expect(gapsAt(active, at(addDays(today, 1), 530))).toEqual([]);
		const friday = addDays(today, 1);
		const whole = [...active, ...Array.from({ length: 108 }, (_, i) => slotOf(at(friday, 540)) + i)];
		expect(gapsAt(whole, at(addDays(today, 3), 720))).toEqual([]);
		// Qingming: a Monday that is a holiday.
		const qingming = '2026-04-06';
		expect(isWorking(calendar(qingming))).toBe(false);
		expect(sourceGaps(whole, { now: at(qingming, 720), sinceAt: at(qingming, 0), dayOf })).toEqual([]);
	});

	it('that are over have an end', () => {
		const yesterday = addDays(today, -1);
		const down = (instant: number) => instant >= at(yesterday, 600) && instant < at(yesterday, 690);
		expect(gapsAt(weeks(0.9, ten, down), ten)).toEqual([
			{ fromAt: at(yesterday, 600), toAt: at(yesterday, 690) }
		]);
	});

	it('are rare where nothing is wrong', () => {
		expect(gapsAt(weeks(0.5, ten), ten)).toEqual([]);
		expect(gapsAt(weeks(0.1, ten), ten)).toEqual([]);
	});

	it('are none of a source that came for the first time today, or once', () => {
		expect(gapsAt([slotOf(at(today, 545))], at(today, 1000))).toEqual([]);
		expect(gapsAt([], ten)).toEqual([]);
		const imports = [slotOf(at(addDays(today, -20), 600))];
		expect(gapsAt(imports, ten)).toEqual([]);
	});
});
