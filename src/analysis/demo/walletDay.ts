import type { Queue } from '#model/queue.ts';
import { calendarFor, holidayNear, isMonthEnd, type CalendarDay } from '#time/calendar.ts';
import { openRanges } from '#time/serviceHours.ts';
import { addDays, dayStart } from '#time/zone.ts';

/** All that the demo knows about one day of a queue before it begins. */
export interface WalletDay {
	date: string;
	/** ms */
	startAt: number;
	/** 0 (Monday) to 6; on a make-up workday the weekday it stands for, on a holiday Sunday. */
	weekday: number;
	kind: CalendarDay['kind'];
	near: 'before_holiday' | 'after_holiday' | null;
	monthEnd: boolean;
	/** Wall-clock minutes; no day of this queue runs over midnight. */
	open: [startMinute: number, endMinute: number][];
}

/** The days of a queue in order, from a date on, up to the one that starts before the instant. */
export function* walletDays(queue: Queue, fromDate: string, toAt: number): Generator<WalletDay> {
	const { zone } = queue;
	const calendar = calendarFor(queue);
	for (let date = fromDate, startAt = dayStart(zone, date); startAt < toAt; startAt = dayStart(zone, date)) {
		const day = calendar(date);
		yield {
			date,
			startAt,
			weekday: day.kind === 'holiday' ? 6 : day.standsFor - 1,
			kind: day.kind,
			near: holidayNear(calendar, date),
			monthEnd: isMonthEnd(date, queue.month_end_days),
			open: openRanges(queue.hours, day)
		};
		date = addDays(date, 1);
	}
}

/** Holidays and weekends; a make-up workday is none. */
export function isRestDay(day: WalletDay): boolean {
	return day.kind === 'weekend' || day.kind === 'holiday';
}
