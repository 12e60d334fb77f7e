import { isWorking, type Calendar } from '#time/calendar.ts';
import { addDays } from '#time/zone.ts';

/** Like days are not looked for further back. */
export const furthestDays = 400;

export interface LikeDaysOptions {
	count?: number;
	/** False: something was marked on that day, which is why it is no example. */
	isExample?: (date: string) => boolean;
}

/**
 * The last days before `date` that are like it, newest first: of the same kind and weekday. Holidays are too few for
 * that and are like each other on any weekday; a make-up workday is like the working days of the weekday it stands for.
 */
export function likeDays(
	calendar: Calendar,
	date: string,
	{ count = 8, isExample = () => true }: LikeDaysOptions = {}
): string[] {
	const like = likeness(calendar, date);
	const found: string[] = [];
	for (let back = 1; back <= furthestDays && found.length < count; back++) {
		const past = addDays(date, -back);
		if (like(past) && isExample(past)) found.push(past);
	}
	return found;
}

function likeness(calendar: Calendar, date: string): (past: string) => boolean {
	const today = calendar(date);
	if (today.kind === 'holiday') return (past) => calendar(past).kind === 'holiday';
	if (today.kind === 'make_up_workday')
		return (past) => {
			const day = calendar(past);
			return isWorking(day) && day.standsFor === today.standsFor;
		};
	return (past) => {
		const day = calendar(past);
		return day.kind === today.kind && day.standsFor === today.standsFor;
	};
}
