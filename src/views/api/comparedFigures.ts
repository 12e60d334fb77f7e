import type { ComparedName } from '#analysis/compareDays.ts';

/** What the API calls the figures in which two sides are compared: as in a row of the load. */
export const figureNames = {
	callsADay: 'calls_a_day',
	serviceLevel: 'service_level',
	abandonment: 'abandonment_rate',
	p50: 'wait_p50_seconds',
	p90: 'wait_p90_seconds',
	asa: 'asa_seconds',
	aht: 'aht_seconds'
} as const satisfies Record<ComparedName, string>;

export const comparedFigures = Object.values(figureNames);
