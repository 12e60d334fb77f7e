import { range } from 'd3';
import { describe, expect, test } from 'vitest';
import { dayLoad } from '#analysis/dayLoad.ts';
import { addCall, emptyTally, offered, type Tally } from '#rollups/tally.ts';
import { countryDays } from '#time/calendar.ts';
import { intervals } from '#time/intervals.ts';
import { addDays, dayStart } from '#time/zone.ts';
import { unusual } from './unusual.ts';

const zone = 'Asia/Shanghai';
const date = '2026-03-02';
const queue = {
	zone,
	country: 'CN',
	calendar: countryDays('CN'),
	service_level: { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 }
} as const;
/** A Monday until 12:00, by quarter hour from 0:00: how many calls, and after how many seconds they were answered. */
function monday(calls: (quarter: number) => number, waitSeconds: (quarter: number) => number) {
	const day = (of: string) => intervals(zone, dayStart(zone, of), dayStart(zone, addDays(of, 1)), 'quarter');
	const untilAt = dayStart(zone, date) + 12 * 3_600_000;
	const quarters = day(date).filter(({ startAt }) => startAt < untilAt);
	const tallies = quarters.map(({ startAt }, i) => quarterOf(startAt, calls(i), waitSeconds(i)));
	const open = (i: number) => (i < 36 || i > 71 ? 0 : 25);
	return {
		date,
		untilAt,
		today: dayLoad(zone, date, quarters, tallies.map(offered), untilAt),
		quarters,
		tallies,
		tally: emptyTally(),
		like: range(1, 9).map((week) => {
			const past = addDays(date, -7 * week);
			return dayLoad(
				zone,
				past,
				day(past),
				day(past).map((_, i) => open(i) && open(i) + ((week * 3) % 4) - 2),
				0
			);
		})
	};
}

function quarterOf(startAt: number, calls: number, waitSeconds: number): Tally {
	const tally = emptyTally();
	for (let i = 0; i < calls; i++)
		addCall(
			tally,
			{
				enqueuedAt: startAt,
				answeredAt: startAt + waitSeconds * 1000,
				endedAt: startAt + 300_000,
				outcome: 'answered',
				talkSeconds: null,
				holdSeconds: null,
				wrapSeconds: null,
				caller: null,
				repeat: false
			},
			1
		);
	return tally;
}

const usual = (quarter: number) => (quarter < 36 ? 0 : 25);
const soon = () => 5;

describe('unusual', () => {
	test('says nothing of a day like the others', () => {
		expect(unusual(queue, monday(usual, soon), 'en')).toBeNull();
	});

	test('says since when more calls come than on like days', () => {
		const busy = monday((quarter) => (quarter < 42 ? usual(quarter) : 45), soon);
		expect(unusual(queue, busy, 'en')).toMatchObject({
			rank: 2,
			sentence: 'More than usual since 10:30: 270 calls, where the last 8 Mondays had 138 to 156.'
		});
		expect(unusual(queue, busy, 'zh')?.sentence).toBe(
			'自 10:30 起来电多于往常：270 通，过去 8 个周一同时段为 138 至 156 通。'
		);
	});

	test('a target that is missed comes before a load that is high', () => {
		const slow = monday(
			(quarter) => (quarter < 42 ? usual(quarter) : 45),
			(quarter) => (quarter < 44 ? 5 : 60)
		);
		expect(unusual(queue, slow, 'en')).toMatchObject({
			rank: 3,
			weight: 144,
			sentence: 'Below target since 11:00: 0% of 180 callers served within 20 s, where 80% is the target.'
		});
	});

	test('a target that was missed earlier is still told', () => {
		const earlier = monday(usual, (quarter) => (quarter < 38 ? 60 : 5));
		expect(unusual(queue, earlier, 'en')).toMatchObject({
			rank: 1,
			sentence:
				'Below target from 09:00 to 09:30: 0% of 50 callers served within 20 s (target 80%); better since.'
		});
	});
});
