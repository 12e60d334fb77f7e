import { plannedAgents } from '#analysis/staffing/plannedAgents.ts';
import type { ForecastDate } from '#model/forecast.ts';
import type { Database } from '#records/database.server.ts';
import { readPlannedShifts } from '#records/plannedShifts.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { nextStart } from '#time/intervals.ts';
import type { PlannedAgents } from './withService.ts';

/** How many agents the plan has for each hour of these dates; null on dates for which nothing is planned. */
export async function plannedOn(
	database: Pick<Database, 'db'>,
	{ id, queue: { zone } }: StoredQueue,
	dates: readonly Pick<ForecastDate, 'hours'>[]
): Promise<PlannedAgents> {
	const starts = dates.flatMap(({ hours }) => hours.map(({ startAt }) => startAt));
	const lastAt = starts.at(-1);
	const shifts =
		starts[0] === undefined || lastAt === undefined
			? []
			: await readPlannedShifts(database, id, starts[0], nextStart(zone, lastAt, 'hour'));
	const known = new Map<number, number>();
	for (const { hours } of dates) {
		const spans = hours.map(({ startAt }) => ({ startAt, endAt: nextStart(zone, startAt, 'hour') }));
		const agents = spans.map((span) => plannedAgents(shifts, span));
		if (agents.some((count) => count > 0))
			spans.forEach(({ startAt }, i) => known.set(startAt, agents[i] ?? 0));
	}
	return (startAt) => known.get(startAt) ?? null;
}
