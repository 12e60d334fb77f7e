/**
 * A day that is not like its weekday, as the calendar of the product holds it: published holidays and make-up
 * workdays, and what managers say of their own.
 */
import type { Bilingual } from './queue.ts';

/** What a day is; one of them holds. `ordinary` takes a holiday or make-up workday back: its weekday decides. */
export const dayNatures = ['holiday', 'make_up_workday', 'ordinary'] as const;
export type DayNature = (typeof dayNatures)[number];

/** What else a day may be; several can hold. They follow from the calendar, and a manager may set them by hand. */
export const dayClassKinds = [
	'before_holiday',
	'after_holiday',
	'bridge',
	'month_end',
	'first_business_day',
	'last_business_day'
] as const;
export type DayClassKind = (typeof dayClassKinds)[number];

/** For which queues it holds: one alone, those of a country (or of a part of it), or all. */
export type SpecialDayScope = 'queue' | 'country' | 'all';

export interface SpecialDay {
	/** `YYYY-MM-DD` */
	date: string;
	scope: SpecialDayScope;
	/** ISO 3166-2 part after the country; null: all of it. Only with scope `country`. */
	subdivision: string | null;
	/** A `DayNature`, a `DayClassKind`, or a manager's own, such as `payday` (`ownKindPattern`). */
	kind: string;
	/** Null where only the kind is known. */
	name: Bilingual | null;
	/** 1 (Monday) to 7; of a make-up workday the weekday it stands for, else null. */
	standsFor: number | null;
	/** Where it is from: `chinese-days`, `date-holidays`, `law`, or the manager or file that said it. */
	source: string;
	/** Published or said by a manager; false: reckoned from the law before anything was published. */
	verified: boolean;
	/** Belongs to a whole schedule of its year, which is known thereby. */
	schedule: boolean;
	/** Said by a manager; such a day is never touched by an update of the calendars. */
	own: boolean;
}

/** Names of managers' own kinds. */
export const ownKindPattern = /^[a-z][a-z0-9_]{0,31}$/;

export function isDayNature(kind: string): kind is DayNature {
	return dayNatures.some((nature) => nature === kind);
}
