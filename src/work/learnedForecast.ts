import type { Restlessness } from '#analysis/forecast/levelFilter.ts';
import type { Service } from '#analysis/serviceLearned.ts';
import type { WaitRelation } from '#analysis/waitRelation.ts';
import type { ForecastState } from '#records/forecastStates.server.ts';

/** What is remembered of a queue from one forecast to the next. */
export interface LearnedForecast {
	/** Of this shape; what another version has left behind is learned anew. */
	version: number;
	restlessness: Restlessness | null;
	/** Days since 1970. */
	tunedOn: number;
	waits: WaitRelation | null;
	service: Service | null;
	/** Calls before the day of the forecast: whether the past is still the same. */
	pastCalls: number;
	/** Of `QueuePast`. */
	leftOut: string;
	/** Forecasts of the last weeks were made up for, as nobody had made them then. */
	replayed: boolean;
}

export const unlearned: LearnedForecast = {
	version: 1,
	restlessness: null,
	tunedOn: 0,
	waits: null,
	service: null,
	pastCalls: 0,
	leftOut: '[]',
	replayed: false
};

export function learnedBefore(
	state: ForecastState<LearnedForecast> | null
): ForecastState<LearnedForecast> | null {
	return state?.learned.version === unlearned.version ? state : null;
}
