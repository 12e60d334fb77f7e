import type { BestTime, Level } from '#model/publicAnswer.ts';
import type { Queue } from '#model/queue.ts';
import type { Lang } from '#texts/lang.ts';
import { calendarFor } from '#time/calendar.ts';
import { formatInstant } from '#time/zone.ts';
import { avoidWindows } from './avoidWindows.ts';
import type { ToldHour } from './besideUsual.ts';
import { bestWindows } from './bestWindows.ts';
import { comingDays, type ComingDay, type ComingHour } from './comingHours.ts';
import { instead } from './instead.ts';
import { levels, type Levels } from './levels.ts';
import { waitMinutes, type ShownWait } from './liveWait/shownNow.ts';
import { opening } from './opening.ts';
import type { Outlook } from './outlook.ts';
import { middleMs } from './publicSteps.ts';
import type { TypicalHours } from './typicalHours.ts';
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
	/** What callers are told of the wait now; left out: by the typical hour. */
	shown?: ShownWait | null;
	/** What the forecast says of the days to come; left out: they are as typical. */
	outlook?: Outlook;
	/** How often "most under" held in the last 28 days; null or left out: not known. */
	mostHeld?: number | null;
	/** Whether the caller's topic is an urgent one: then no quiet hour is named, nor a busy one. */
	urgent?: boolean;
}

/**
 * The public answer for a queue (api.md), its instants with the offset of the queue's zone.
 *
 * What could give away a single call is kept out by how it is made: figures are typical hours of whole weeks that
 * ended before today, so nothing but the wait now changes within a day other than with the clock; an hour speaks only
 * with enough calls and days behind it; waits are rounded up to ten steps and ranks to five. The wait now is what is
 * shown of the live estimate on a grid of a minute. Counts never leave this function.
 */
export function bestTime(input: BestTimeInput): BestTime {
	const { queue, lang, now, typical, urgent = false, mostHeld = null } = input;
	const asOf = Math.floor(now / gridMs) * gridMs;
	const ranks = levels(queue, typical);
	const days = comingDays(queue, asOf, typical, ranks, input.outlook);
	const iso = (at: number) => formatInstant(queue.zone, at);
	const open = opening(queue, asOf, days);
	const usual = usualNow(days, asOf);
	const shown =
		input.shown === undefined ? usual && ({ wait: usual.wait, basis: 'typical' } as const) : input.shown;
	const current =
		shown && open.now && queue.public.parts.now ? { ...shown, level: levelOf(shown, usual, ranks) } : null;
	const seed = `${queue.slug} ${Math.floor(asOf / turnMs)}`;
	// Of the present hour the line itself knows best: what is told of it is neither praised nor warned of against that.
	const live = current?.basis === 'live' ? current.level : null;
	const best = urgent ? [] : bestWindows(presentAs(days, asOf, live, Math.max), seed);
	const avoid = urgent ? [] : avoidWindows(calendarFor(queue), presentAs(days, asOf, live, Math.min));
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
			usual,
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
			wait_minutes: current.wait,
			basis: current.basis
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
		week: queue.public.parts.week ? weekOf(days, lang) : [],
		instead: instead(queue, { current, best, asOf }),
		accuracy:
			queue.public.parts.accuracy && mostHeld !== null ? { most_held: mostHeld, days: heldDays } : null
	};
}

/** `accuracy` is over so many days. */
const heldDays = 28;

/**
 * A typical hour has its own level. A live wait has that of an hour with such waits: of the present one where most are
 * told the same, for a step stands for many waits.
 */
function levelOf({ wait, basis }: ShownWait, present: ToldHour | null, ranks: Levels): Level {
	if (present && (basis === 'typical' || present.wait.most_under === wait.most_under)) return present.level;
	const mostMs = middleMs(wait.most_under);
	return ranks({ medianMs: middleMs(wait.half_under), mostMs, nearlyAllMs: mostMs });
}

/** What is usual at the present hour of an open line; null where too little is known. */
function usualNow(days: ComingDay[], asOf: number): ToldHour | null {
	const { typical = null, level = null } = hourAt(days, asOf) ?? {};
	return typical && level && { wait: waitMinutes(typical), level };
}

/** The present hour of an open line. */
function hourAt([today]: ComingDay[], asOf: number): ComingHour | undefined {
	return today?.hours.find((hour) => isPresent(hour, asOf));
}

function isPresent({ spans }: ComingHour, asOf: number): boolean {
	return spans.some(({ startAt }) => startAt === asOf);
}

/** The days with the present hour at the one of its two levels, typical and live, that `pick` takes. */
function presentAs(
	[today, ...later]: ComingDay[],
	asOf: number,
	live: Level | null,
	pick: (a: number, b: number) => number
): ComingDay[] {
	if (!today) return [];
	const hours = today.hours.map((hour) =>
		live !== null && hour.level !== null && isPresent(hour, asOf)
			? { ...hour, level: pick(hour.level, live) === live ? live : hour.level }
			: hour
	);
	return [{ ...today, hours }, ...later];
}

/** From the earliest opening of the week to the latest closing, the same hours for every day. */
function shownHours(days: ComingDay[]): [first: number, last: number] {
	const hours = days.flatMap((day) => day.open);
	return hours.length === 0 ? [0, -1] : [Math.min(...hours), Math.max(...hours)];
}

function weekOf(days: ComingDay[], lang: Lang): BestTime['week'] {
	const hours = shownHours(days);
	return days.map((day) => weekDay(day, hours, lang));
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
