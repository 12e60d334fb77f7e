import { weekdays, type Queue } from '#model/queue.ts';
import type { Lang } from '#texts/lang.ts';
import type { Calendar } from '#time/calendar.ts';
import { openRanges } from '#time/serviceHours.ts';
import { wallClock } from '#time/wallClock.ts';
import { addDays } from '#time/zone.ts';

/** https://schema.org/OpeningHoursSpecification; a day that is closed opens and closes at 00:00. */
export interface OpeningHours {
	'@type': 'OpeningHoursSpecification';
	dayOfWeek?: string[];
	opens: string;
	closes: string;
	validFrom?: string;
	validThrough?: string;
}

/** https://schema.org/Organization with a https://schema.org/ContactPoint, as search engines read it. */
export interface Organization {
	'@context': 'https://schema.org';
	'@type': 'Organization';
	name: string;
	url: string;
	contactPoint: {
		'@type': 'ContactPoint';
		name: string;
		contactType: 'customer support';
		url: string;
		telephone?: string;
		areaServed: string;
		hoursAvailable: OpeningHours[];
	};
}

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const specialDays = 28;

/**
 * The line as structured data: its number and its hours, those of the holidays and make-up workdays of the next four
 * weeks apart. `today` is a date of the queue's zone.
 */
export function contactPoint(
	queue: Queue,
	{ lang, today, calendar, root, guide }: ContactPlace
): Organization {
	const name = queue.name[lang];
	const phone = queue.public.phone?.number;
	return {
		'@context': 'https://schema.org',
		'@type': 'Organization',
		name,
		url: root,
		contactPoint: {
			'@type': 'ContactPoint',
			name,
			contactType: 'customer support',
			url: guide,
			...(phone === undefined ? {} : { telephone: phone }),
			areaServed: queue.country,
			hoursAvailable: [...ordinaryHours(queue), ...specialHours(queue, today, calendar)]
		}
	};
}

export interface ContactPlace {
	lang: Lang;
	today: string;
	calendar: Calendar;
	/** The product's address. */
	root: string;
	/** The call guide's. */
	guide: string;
}

/** Weekdays with the same range together. */
function ordinaryHours({ hours }: Queue): OpeningHours[] {
	const days = new Map<string, string[]>();
	weekdays.forEach((weekday, i) => {
		const standing = { kind: 'workday', name: null, standsFor: i + 1, published: true } as const;
		for (const range of openRanges(hours, standing)) {
			const key = range.join(' ');
			days.set(key, [...(days.get(key) ?? []), names[i] ?? weekday]);
		}
	});
	return [...days].map(([key, dayOfWeek]) => {
		const [from = 0, to = 0] = key.split(' ').map(Number);
		return { '@type': 'OpeningHoursSpecification', dayOfWeek, ...clocks(from, to) };
	});
}

function specialHours({ hours }: Queue, today: string, calendar: Calendar): OpeningHours[] {
	const dates = Array.from({ length: specialDays }, (_, i) => addDays(today, i));
	return dates.flatMap((date) => {
		const day = calendar(date);
		if (day.kind !== 'holiday' && day.kind !== 'make_up_workday') return [];
		const ranges = openRanges(hours, day);
		const valid = { validFrom: date, validThrough: date };
		const closed = { opens: '00:00', closes: '00:00' };
		const times = ranges.length === 0 ? [closed] : ranges.map(([from, to]) => clocks(from, to));
		return times.map((time) => ({ '@type': 'OpeningHoursSpecification' as const, ...time, ...valid }));
	});
}

/** Minutes of a day as clock times. Readers take an end before its start for the next morning, and 23:59 for midnight. */
function clocks(from: number, to: number): { opens: string; closes: string } {
	const end = to === from + 1440 || to === 1440 ? 1439 : to % 1440;
	return { opens: wallClock(from), closes: wallClock(end) };
}
