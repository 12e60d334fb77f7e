import { dateOfDay } from '#time/dates.ts';
import type { ForecastDay } from './forecastDay.ts';

export type CalendarClass =
	| 'holiday'
	| 'eve'
	| 'before_holiday'
	| 'after_holiday'
	| 'between_holidays'
	| 'first_business_day'
	| 'second_business_day'
	| 'last_business_day';

/** Days between two holidays no further apart than this are a break that some do not interrupt for work. */
const breakDays = 7;

/**
 * The classes of days by the calendar around them, in the order of `days`, which follow each other from
 * `firstDay` (days since 1970) on. Those within a month of either end may lack some: give more days than are needed.
 */
export function dayClasses(
	firstDay: number,
	days: readonly ForecastDay[],
	isBusinessWeekday: readonly boolean[]
): CalendarClass[][] {
	const isHoliday = days.map(({ kind }) => kind === 'holiday' || kind === 'holiday_before_rest');
	const isBusiness = days.map(
		({ kind, standsFor }) => kind === 'ordinary' && (isBusinessWeekday[standsFor - 1] ?? false)
	);
	const months = days.map((_, i) => dateOfDay(firstDay + i).slice(0, 7));
	const behind = lookBack(isHoliday, isBusiness, months);
	const ahead = lookBack(isHoliday.toReversed(), isBusiness.toReversed(), months.toReversed()).toReversed();
	return days.map(({ kind }, i) => {
		if (isHoliday[i]) return ['holiday'];
		if (kind === 'eve') return ['eve'];
		const [back, forth] = [behind[i], ahead[i]];
		if (!isBusiness[i] || !back || !forth) return [];
		return [...besideHoliday(back, forth), ...inMonth(back, forth)];
	});
}

interface Look {
	/** Days to the nearest holiday and business day on that side; Infinity where there is none. */
	holiday: number;
	business: number;
	/** Business days of the month on that side. */
	inMonth: number;
}

function lookBack(isHoliday: boolean[], isBusiness: boolean[], months: string[]): Look[] {
	const seen: Look = { holiday: Infinity, business: Infinity, inMonth: 0 };
	return months.map((month, i) => {
		seen.holiday++;
		seen.business++;
		if (month !== months[i - 1]) seen.inMonth = 0;
		const look = { ...seen };
		if (isHoliday[i]) seen.holiday = 0;
		if (isBusiness[i]) {
			seen.business = 0;
			seen.inMonth++;
		}
		return look;
	});
}

function besideHoliday(back: Look, forth: Look): CalendarClass[] {
	if (back.holiday + forth.holiday <= breakDays) return ['between_holidays'];
	if (back.holiday < back.business) return ['after_holiday'];
	return forth.holiday < forth.business ? ['before_holiday'] : [];
}

function inMonth(back: Look, forth: Look): CalendarClass[] {
	if (back.inMonth === 0) return ['first_business_day'];
	if (forth.inMonth === 0) return ['last_business_day'];
	return back.inMonth === 1 ? ['second_business_day'] : [];
}
