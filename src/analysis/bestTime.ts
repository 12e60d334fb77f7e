import type { BestTime, WaitMinutes } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import type { Lang } from '#texts/lang.ts';
import { calendarFor } from '#time/calendar.ts';
import { formatInstant } from '#time/zone.ts';
import { avoidWindows } from './avoidWindows.ts';
import { bestWindows } from './bestWindows.ts';
import { comingDays, type ComingDay } from './comingHours.ts';
import { levels } from './levels.ts';
import { opening } from './opening.ts';
import { publicStep } from './publicSteps.ts';
import type { TypicalHour, TypicalHours } from './typicalHours.ts';
import { verdict } from './verdict.ts';

/** Public answers change only on this grid. */
export const gridMs = 60_000;
/** Which of equally good windows are named turns this often: slowly enough that a second look says the same. */
const turnMs = 15 * 60_000;

export interface BestTimeInput {
	/** Dated, so that its own calendar holds (`datedQueue`). */
	queue: Queue;
	lang: Lang;
	now: number;
	/** Of the 8 whole weeks before today. */
	typical: TypicalHours;
	/** Whether the caller's topic is an urgent one: then no quiet hour is named, nor a busy one. */
	urgent?: boolean;
}

/**
 * The public answer for a queue (api.md), its instants with the offset of the queue's zone.
 *
 * What could give away a single call is kept out by how it is made: figures are typical hours of whole weeks that
 * ended before today, so nothing changes within a day but with the clock; an hour speaks only with enough calls and
 * days behind it; waits are rounded up to ten steps and ranks to five. Counts never leave this function.
 */
export function bestTime({ queue, lang, now, typical, urgent = false }: BestTimeInput): BestTime {
	const asOf = Math.floor(now / gridMs) * gridMs;
	const days = comingDays(queue, asOf, typical, levels(queue, typical));
	const iso = (at: number) => formatInstant(queue.zone, at);
	const open = opening(queue, asOf, days);
	const current = queue.public.parts.now ? hourAt(days, asOf) : null;
	const seed = `${queue.slug} ${Math.floor(asOf / turnMs)}`;
	const best = urgent ? [] : bestWindows(days, seed);
	const avoid = urgent ? [] : avoidWindows(calendarFor(queue), days);
	return {
		queue: {
			slug: queue.slug,
			name: queue.name[lang],
			zone: queue.zone,
			phone: queue.public.phone?.number ?? null
		},
		as_of: iso(asOf),
		valid_until: iso(asOf + gridMs),
		lang,
		verdict: verdict({
			queue,
			reader: { lang, zone: queue.zone, now: asOf },
			open,
			current,
			days,
			best,
			urgent
		}),
		open: {
			now: open.now,
			until: open.untilAt === null ? null : iso(open.untilAt),
			next: open.nextAt === null ? null : iso(open.nextAt),
			reason: open.reason
		},
		now: current && {
			level: current.level,
			wait_minutes: waitMinutes(current.typical),
			basis: 'typical'
		},
		best: best.map((window) => ({
			start: iso(window.startAt),
			end: iso(window.endAt),
			level: window.level,
			wait_minutes: waitMinutes(window.typical)
		})),
		avoid: avoid.map(({ startAt, endAt, level, why }) => ({
			start: iso(startAt),
			end: iso(endAt),
			level,
			why
		})),
		week: queue.public.parts.week ? days.map((day) => weekDay(day, shownHours(days), lang)) : [],
		accuracy: null
	};
}

/** The present hour, when the line is open and enough is known of it. */
function hourAt([today]: ComingDay[], asOf: number) {
	const hour = today?.hours.find(({ spans }) => spans.some(({ startAt }) => startAt === asOf));
	return hour?.typical && hour.level ? { hour: hour.hour, typical: hour.typical, level: hour.level } : null;
}

function waitMinutes(typical: TypicalHour): WaitMinutes {
	return { half_under: publicStep(typical.medianMs), most_under: publicStep(typical.mostMs) };
}

/** From the earliest opening of the week to the latest closing, the same hours for every day. */
function shownHours(days: ComingDay[]): [first: number, last: number] {
	const hours = days.flatMap((day) => day.open);
	return hours.length === 0 ? [0, -1] : [Math.min(...hours), Math.max(...hours)];
}

function weekDay(day: ComingDay, [first, last]: [number, number], lang: Lang): BestTime['week'][number] {
	return {
		date: day.date,
		kind: day.kind,
		name: day.name?.[lang] ?? null,
		hours: day.hours
			.filter(({ hour }) => hour >= first && hour <= last)
			.map(({ hour, level }) => ({ hour, level }))
	};
}
