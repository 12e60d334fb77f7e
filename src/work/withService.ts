import type { Service } from '#analysis/serviceLearned.ts';
import { agentsFor } from '#analysis/staffing/agentsFor.ts';
import { medianWait } from '#analysis/staffing/medianWait.ts';
import { expectedWait } from '#analysis/waitRelation.ts';
import type { ForecastDate, ForecastHour } from '#model/forecast.ts';
import type { Queue } from '#model/queue.ts';
import { openHours } from '#time/serviceHours.ts';
import { wallTime } from '#time/zone.ts';
import type { LearnedForecast } from './learnedForecast.ts';

/** Agents on the plan by start of the hour (ms); null where nothing is planned. */
export type PlannedAgents = (startAt: number) => number | null;

const intervalSeconds = 3600;
const weekHours = 168;

interface ServiceOptions {
	queue: Queue;
	learned: Pick<LearnedForecast, 'waits' | 'service'>;
	plannedAgents: PlannedAgents;
	/** Called between weeks, so that others get their turn. */
	breath: () => Promise<void>;
}

/**
 * Adds to each hour the wait to expect at its calls, and how many agents would reach the queue's target. With a
 * plan, the wait is what Erlang says of the agents on it; without, what such hours have brought at such a load.
 */
export async function withService(
	dates: readonly ForecastDate[],
	{ queue, learned: { waits, service }, plannedAgents, breath }: ServiceOptions
): Promise<ForecastDate[]> {
	const hours = dates.flatMap((day) => day.hours);
	const agents: (number | null)[] = [];
	for (let from = 0; from < hours.length; from += weekHours) {
		agents.push(...agentsOf(hours.slice(from, from + weekHours), queue, service));
		await breath();
	}
	let at = 0;
	return dates.map((day) => {
		const open = openHours(queue, day.date);
		return {
			...day,
			hours: day.hours.map((hour) => {
				const place = at++;
				const clock = wallTime(queue.zone, hour.startAt).hour;
				const calls = hour.offered.p50;
				const planned = plannedAgents(hour.startAt);
				const learnedWait = () =>
					waits && open[clock] ? expectedWait(waits, { like: hour.reasons.like, hour: clock, calls }) : null;
				return {
					...hour,
					waitP50Seconds: planned !== null && service ? plannedWait(planned, calls, service) : learnedWait(),
					agents: agents[place] ?? null
				};
			})
		};
	});
}

function agentsOf(hours: readonly ForecastHour[], queue: Queue, service: Service | null): (number | null)[] {
	if (!service) return hours.map(() => null);
	const { threshold_seconds, target } = queue.service_level;
	return agentsFor(
		// Less than a call in twenty such hours is nobody to wait for.
		hours.map(({ offered: { p50 } }) => (p50 < 0.05 ? 0 : p50)),
		{ intervalSeconds, ahtSeconds: service.ahtSeconds },
		{ thresholdSeconds: threshold_seconds, target, patienceSeconds: service.patienceSeconds }
	);
}

function plannedWait(agents: number, calls: number, { ahtSeconds, patienceSeconds }: Service): number | null {
	return calls < 0.05 ? null : medianWait(agents, { calls, intervalSeconds, ahtSeconds }, patienceSeconds);
}
