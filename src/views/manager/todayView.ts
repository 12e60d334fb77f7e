import { band } from '#analysis/band.ts';
import type { DayLoad } from '#analysis/dayLoad.ts';
import { splitHours } from '#analysis/staffing/splitHours.ts';
import type { TodaySlot } from '#charts/todayBars.ts';
import type { ForecastHour } from '#model/forecast.ts';
import { emptyTally, flowedOut, mergeTally, offered, type Tally } from '#rollups/tally.ts';
import { formatNumber, formatTime } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import { formatHourRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { paragraph } from '#texts/paragraph.ts';
import { todayTexts } from '#texts/today.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { floorTo, intervals, nextStart, type Interval } from '#time/intervals.ts';
import { openAt, type Opening } from '#time/serviceHours.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { rowsOf } from '../rows.ts';
import { barNames } from './barNames.ts';
import type { LikeLoads } from './likeLoads.server.ts';
import type { TodayStep } from './queueAddress.ts';

export interface TodayView {
	finding: string;
	/** Which day it is and until when, for who sees the chart without its page. */
	note: string;
	slots: TodaySlot[];
	/** Of the slots. */
	intervals: Interval[];
}

interface Asked {
	step: TodayStep;
	now: number;
	lang: Lang;
	/** The hours that were forecast. */
	forecast: readonly ForecastHour[];
}

/**
 * Today by quarter or hour, how its calls ended, beside like days and the forecast; and what the hours say: the busiest
 * so far, and the usual peak if it is to come.
 */
export function todayView(queue: Opening, loads: LikeLoads, { step, now, lang, forecast }: Asked): TodayView {
	const { zone } = queue;
	const range = [dayStart(zone, loads.date), dayStart(zone, addDays(loads.date, 1))] as const;
	const all = intervals(zone, ...range, step);
	const quarters = intervals(zone, ...range, 'quarter');
	const names = barNames(zone, all, step, lang);
	const expected = expectedIn(zone, quarters, loads.like, forecast);
	const slots = all.map((slot, i): TodaySlot => {
		const inside = (at: Interval) => at.startAt >= slot.startAt && at.startAt < slot.endAt;
		const tally = emptyTally();
		loads.quarters.forEach(
			(quarter, at) => inside(quarter) && mergeTally(tally, loads.tallies[at] ?? nothing)
		);
		const known = band(loads.like.flatMap((day) => placeOf(day, zone, slot.startAt, step) ?? []));
		const coming = quarters.flatMap((quarter, at) => (inside(quarter) ? (expected[at] ?? []) : []));
		return {
			label: names[i]?.label ?? '',
			tick: names[i]?.tick ?? null,
			...endings(tally),
			closed: !quarters.some((quarter) => inside(quarter) && openAt(queue, quarter.startAt)),
			low: known?.low ?? null,
			median: known?.median ?? null,
			high: known?.high ?? null,
			toCome: slot.startAt > now,
			partial: slot.startAt <= now && slot.endAt > now,
			expected:
				slot.endAt <= now || coming.length === 0 ? null : coming.reduce((sum, calls) => sum + calls, 0)
		};
	});
	const [from, to] = inUse(slots);
	return {
		finding: paragraph(lang, findings(loads, wallTime(zone, now).hour, lang)),
		note: todayTexts(lang).note(
			formatDay(loads.date, lang, { year: true }),
			formatTime(now, lang, zone),
			zoneLabel(zone, lang, now)
		),
		slots: rowsOf(slots.slice(from, to)),
		intervals: rowsOf(all.slice(from, to))
	};
}

const nothing = emptyTally();

function endings(tally: Tally) {
	const { answered, abandoned } = tally;
	const flowed = flowedOut(tally);
	return { answered, abandoned, flowedOut: flowed, other: offered(tally) - answered - abandoned - flowed };
}

/** What a like day had at the same time of the clock. */
function placeOf(day: DayLoad, zone: string, at: number, step: TodayStep): number | null {
	const { hour, minute } = wallTime(zone, at);
	return (step === 'hour' ? day.hours[hour] : day.quarters[hour * 4 + Math.floor(minute / 15)]) ?? null;
}

/** The forecast's hours, laid into quarters as like days' calls lie in theirs; null where nothing was forecast. */
function expectedIn(
	zone: string,
	quarters: Interval[],
	like: DayLoad[],
	forecast: readonly ForecastHour[]
): (number | null)[] {
	const hours = forecast.map(({ startAt, offered }) => ({
		startAt,
		endAt: nextStart(zone, floorTo(zone, startAt, 'hour'), 'hour'),
		calls: offered.p50
	}));
	const calls = splitHours(
		quarters,
		hours,
		// Something for each, so that a quarter in which nobody happened to call is not left out.
		({ startAt }) => 1 + like.reduce((sum, day) => sum + (placeOf(day, zone, startAt, 'quarter') ?? 0), 0)
	);
	return quarters.map(({ startAt }, i) =>
		hours.some((hour) => startAt >= hour.startAt && startAt < hour.endAt) ? (calls[i] ?? 0) : null
	);
}

/** Without the slots at both ends of the day in which there was never a call. */
function inUse(slots: TodaySlot[]): [from: number, to: number] {
	const used = (slot: TodaySlot) =>
		(slot.high ?? 0) > 0 || slot.answered + slot.abandoned + slot.flowedOut + slot.other > 0;
	const first = slots.findIndex(used);
	return first === -1 ? [0, slots.length] : [first, slots.findLastIndex(used) + 1];
}

function findings({ today, like }: LikeLoads, hourNow: number, lang: Lang): string[] {
	const texts = todayTexts(lang);
	const most = topHour(today.hours.map((count, hour) => (hour > hourNow ? null : count)));
	const usual = topHour(
		today.hours.map((_, hour) => band(like.flatMap((day) => day.hours[hour] ?? []))?.median ?? null)
	);
	const name = (hour: number) => formatHourRange(hour, hour + 1);
	const said = most ? [texts.peakSoFar(name(most.hour), formatNumber(most.value, lang))] : [texts.nothing];
	if (usual && usual.hour > hourNow)
		said.push(texts.peakToCome(name(usual.hour), formatNumber(usual.value, lang)));
	return said;
}

function topHour(values: (number | null)[]): { hour: number; value: number } | null {
	let top: { hour: number; value: number } | null = null;
	values.forEach((value, hour) => {
		if (value !== null && value > (top?.value ?? 0)) top = { hour, value };
	});
	return top;
}
