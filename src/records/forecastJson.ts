import type { DayReasons, ExpectedCalls, ForecastDate } from '#model/forecast.ts';

/** A day's forecast as it is stored: numbers in rows, as names would be nine tenths of it. */
export interface ForecastJson {
	ahead: number;
	soFar: number | null;
	/** Of `soFar`, ms. Forecasts of earlier versions have none until they are made again within an hour. */
	untilAt?: number | null;
	offered: Calls;
	reasons: DayReasons;
	/** Start (ms), calls, median wait (s), agents, share of the day. */
	hours: [startAt: number, offered: Calls, wait: number | null, agents: number | null, share: number][];
}

/** The 2.5, 10, 25, 50, 75, 90 and 97.5 % quantiles. */
type Calls = [number, number, number, number, number, number, number];

export function toForecastJson({ ahead, soFar, offered, reasons, hours }: ForecastDate): ForecastJson {
	return {
		ahead,
		soFar: soFar?.calls ?? null,
		untilAt: soFar?.untilAt ?? null,
		offered: toCalls(offered),
		reasons: {
			...reasons,
			level: short(reasons.level),
			weekday: short(reasons.weekday),
			month: short(reasons.month),
			year: short(reasons.year),
			special: reasons.special.map((special) => ({ ...special, factor: short(special.factor) }))
		},
		hours: hours.map((hour) => [
			hour.startAt,
			toCalls(hour.offered),
			hour.waitP50Seconds === null ? null : Math.round(hour.waitP50Seconds),
			hour.agents,
			short(hour.reasons.share)
		])
	};
}

export function fromForecastJson(
	date: string,
	madeAt: number,
	{ ahead, soFar, untilAt, offered, reasons, hours }: ForecastJson
): ForecastDate {
	return {
		date,
		madeAt,
		ahead,
		soFar: soFar === null ? null : { calls: soFar, untilAt: untilAt ?? madeAt },
		offered: fromCalls(offered),
		reasons,
		hours: hours.map(([startAt, calls, waitP50Seconds, agents, share]) => ({
			startAt,
			offered: fromCalls(calls),
			waitP50Seconds,
			agents,
			reasons: { ...reasons, share }
		}))
	};
}

function toCalls({ p10, p50, p90, interval50, interval95 }: ExpectedCalls): Calls {
	return [
		short(interval95[0]),
		short(p10),
		short(interval50[0]),
		short(p50),
		short(interval50[1]),
		short(p90),
		short(interval95[1])
	];
}

function fromCalls([low95, p10, low50, p50, high50, p90, high95]: Calls): ExpectedCalls {
	return { p10, p50, p90, interval50: [low50, high50], interval95: [low95, high95] };
}

/** Five digits: a forecast has no more to say. */
function short(value: number): number {
	return Number(value.toPrecision(5));
}
