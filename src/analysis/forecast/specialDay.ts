import { addDays } from '#time/zone.ts';
import type { ForecastCalendar } from './forecastDay.ts';

export type SpecialDay = 'holiday' | 'eve' | 'between_holidays' | 'after_holiday';

/** Two holidays with no further apart than this make one break. */
const breakDays = 7;

/** What the calendar makes of a date, for scoring special days apart; null for ordinary ones. */
export function specialDay(calendar: ForecastCalendar, date: string): SpecialDay | null {
	const isHoliday = (days: number) => {
		const { kind, name } = calendar(addDays(date, days));
		return name !== null && kind !== 'ordinary';
	};
	if (isHoliday(0)) return 'holiday';
	if (calendar(date).kind !== 'ordinary') return 'eve';
	const near = (direction: 1 | -1) => {
		for (let days = 1; days <= breakDays; days++) if (isHoliday(days * direction)) return days;
		return Infinity;
	};
	const before = near(-1);
	if (before + near(1) <= breakDays) return 'between_holidays';
	return before === 1 ? 'after_holiday' : null;
}
