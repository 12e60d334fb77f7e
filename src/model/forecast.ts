/** As many days as are forecast and shown, today among them. */
export const mostForecastDays = 28;

/** How many calls are to be expected, and how sure that is: quantiles, calls, not rounded. */
export interface ExpectedCalls {
	/** One time in ten there are fewer. */
	p10: number;
	/** As likely to be exceeded as not. */
	p50: number;
	/** One time in ten there are more. */
	p90: number;
	interval50: [low: number, high: number];
	interval95: [low: number, high: number];
}

/** How a forecast was made: Offpeak's own way, or a naive one that has been nearer lately. */
export type ForecastMethod = 'offpeak' | 'seasonal_naive' | 'mean_4' | 'median_8';

/** What moves a day beside its weekday: a class of days such as `after_holiday`, or a holiday by its name. */
export interface SpecialReason {
	kind: 'class' | 'name';
	name: string;
	factor: number;
}

/** Why a day is expected to bring what it does: the product of `level` and all factors is the day's calls. */
export interface DayReasons {
	/** Calls of a day of the middle weekday, as the last weeks were. */
	level: number;
	/** The weekday, 1 (Monday) to 7, that the day is like; a holiday is like the line's own day of rest. */
	like: number;
	weekday: number;
	/** The course of the month, and of the year. */
	month: number;
	year: number;
	special: SpecialReason[];
	method: ForecastMethod;
}

/** The same of an hour: times `share` it is the hour's calls. */
export interface ForecastReasons extends DayReasons {
	/** The part of the day's calls that comes in this hour. */
	share: number;
}

/** An hour to come, by the clock of the queue's zone. */
export interface ForecastHour {
	/** ms */
	startAt: number;
	offered: ExpectedCalls;
	/** Half of the callers will wait no longer; null where too little is known of such hours. */
	waitP50Seconds: number | null;
	/** So many agents reach the queue's target; null where it is not known how long they take for a call. */
	agents: number | null;
	reasons: ForecastReasons;
}

/** What had come of a day in its hours that were over, whether or not they are learned from. */
export interface SoFar {
	calls: number;
	/** The end of these hours, ms. */
	untilAt: number;
}

/** A day to come, with its hours in order. */
export interface ForecastDate {
	/** `YYYY-MM-DD` of the queue's zone. */
	date: string;
	/** When the forecast was made, ms. */
	madeAt: number;
	/** Days ahead at that time; 0: the rest of a day that had begun, and what had come of it. */
	ahead: number;
	/** Of a day that had begun; null as well while nothing of it is known. */
	soFar: SoFar | null;
	/** All calls of the day, those so far too. */
	offered: ExpectedCalls;
	reasons: DayReasons;
	hours: ForecastHour[];
}

/** What was said of a day some days before, and what the naive methods would have said. Calls by hour, 0 to 23. */
export interface KeptForecast {
	/** Days since 1970 of the day that it is about. */
	day: number;
	/** Days: 1 was made on the evening before. */
	ahead: number;
	/** Not made then, but later from what was known then. */
	replayed: boolean;
	/** The one that was used; its calls are those of `offpeak`. */
	method: ForecastMethod;
	/** null where no such day had been seen. */
	calls: Record<ForecastMethod, (number | null)[]>;
	p10: number[];
	p90: number[];
	/** The 80 % interval of the whole day. */
	total: [p10: number, p90: number];
}
