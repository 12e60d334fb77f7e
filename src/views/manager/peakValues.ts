import { pooled } from '#analysis/peakCells.ts';
import { learnService } from '#analysis/serviceLearned.ts';
import { agentsFor } from '#analysis/staffing/agentsFor.ts';
import type { WeekHour } from '#analysis/weekHours.ts';
import type { HeatCell } from '#charts/heatGrid.ts';
import type { ServiceLevel } from '#model/queue.ts';
import { withinThreshold } from '#rollups/loadRow.ts';
import { together } from '#rollups/pool.ts';
import { serviceLevel } from '#rollups/serviceLevel.ts';
import { offered } from '#rollups/tally.ts';
import type { Measure } from '#texts/peaks.ts';

/** What the map shows of each hour of a week: the measure over all calls of all such hours. */
export function peakValues(hours: WeekHour[], level: ServiceLevel, measure: Measure): HeatCell[] {
	const values = valuesOf(hours, level, measure);
	return hours.map(({ weekday, hour, dates }, i) => ({
		weekday,
		hour,
		value: values[i] ?? null,
		days: dates.length
	}));
}

function valuesOf(hours: WeekHour[], level: ServiceLevel, measure: Measure): (number | null)[] {
	if (measure === 'agents') return agentsOf(hours, level);
	if (measure === 'serviceLevel')
		return hours.map(({ pool: { tally } }) =>
			serviceLevel(level.formula, { ...tally, ...withinThreshold(tally, level) })
		);
	const names = {
		load: 'offered_mean',
		p50: 'wait_p50_seconds',
		p90: 'wait_p90_seconds',
		abandonment: 'abandonment_rate'
	} as const;
	return hours.map(({ pool, dates }) => pooled(pool.tally, dates.length)[names[measure]]);
}

/** By the mean calls of the hour, with the handling time and the patience of all hours together. */
function agentsOf(hours: WeekHour[], level: ServiceLevel): (number | null)[] {
	const service = learnService(together(hours.map(({ pool }) => pool)).tally);
	if (!service) return hours.map(() => null);
	const seen = hours.filter(({ dates }) => dates.length > 0);
	const agents = agentsFor(
		seen.map(({ pool, dates }) => offered(pool.tally) / dates.length),
		{ intervalSeconds: 3600, ahtSeconds: service.ahtSeconds },
		{
			thresholdSeconds: level.threshold_seconds,
			target: level.target,
			patienceSeconds: service.patienceSeconds
		}
	);
	const bySeen = new Map(seen.map((hour, i) => [hour, agents[i] ?? null]));
	return hours.map((hour) => bySeen.get(hour) ?? null);
}
