import { plannedAgents } from '#analysis/staffing/plannedAgents.ts';
import { splitHours } from '#analysis/staffing/splitHours.ts';
import type { PlanSlot } from '#analysis/staffing/staffPlan.ts';
import type { Database } from '#records/database.server.ts';
import { readForecast } from '#records/forecasts.server.ts';
import { readPlannedShifts } from '#records/plannedShifts.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { offered } from '#rollups/tally.ts';
import { floorTo, nextStart, type Interval } from '#time/intervals.ts';
import { openAt } from '#time/serviceHours.ts';
import { daySlots } from './daySlots.ts';
import type { PlanGrain } from './staffingQuestion.ts';

/** A day's slots with the calls that came or are expected, and what the calls are taken from. */
export interface ExpectedDay {
	date: string;
	slots: PlanSlot[];
	basis: 'forecast' | 'actual' | 'mixed' | 'none';
	hasPlan: boolean;
}

/** Quarters that are over have the calls that came; the others those of the forecast, by the weights of their hour. */
export async function expectedDay(
	database: Database,
	stored: StoredQueue,
	{
		date,
		grain,
		now,
		quarterWeight
	}: { date: string; grain: PlanGrain; now: number; quarterWeight: (quarter: Interval) => number }
): Promise<ExpectedDay> {
	const queue = await datedQueue(database, stored);
	const quarters = daySlots(queue.zone, date, 'quarter');
	const [fromAt, toAt] = [quarters[0]?.startAt ?? now, quarters.at(-1)?.endAt ?? now];
	const over = quarters.filter(({ endAt }) => endAt <= now);
	const [came, forecast, shifts] = await Promise.all([
		over.length > 0 ? readTallies(database, [stored], over) : [],
		readForecast(database, stored.id, fromAt, toAt),
		readPlannedShifts(database, stored.id, fromAt, toAt)
	]);
	const hours = forecast.map(({ startAt, offered }) => ({
		startAt,
		endAt: nextStart(queue.zone, floorTo(queue.zone, startAt, 'hour'), 'hour'),
		calls: offered.p50
	}));
	const expected = splitHours(quarters, hours, (quarter) =>
		openAt(queue, quarter.startAt) ? quarterWeight(quarter) : 0
	);
	const calls = quarters.map((_, i) => (i < came.length ? callsOf(came[i]) : (expected[i] ?? 0)));
	const slots = daySlots(queue.zone, date, grain).map((slot): PlanSlot => {
		const inside: number[] = [];
		quarters.forEach(({ startAt }, i) => {
			if (startAt >= slot.startAt && startAt < slot.endAt) inside.push(i);
		});
		const sum = inside.reduce((total, i) => total + (calls[i] ?? 0), 0);
		return {
			...slot,
			calls: sum,
			// Calls that came outside the service hours were taken by somebody.
			open: sum > 0 || inside.some((i) => openAt(queue, quarters[i]?.startAt ?? 0)),
			planned: shifts.length > 0 ? plannedAgents(shifts, slot) : null
		};
	});
	return {
		date,
		slots,
		hasPlan: shifts.length > 0,
		basis: basisOf(over.length, quarters.length, forecast.length)
	};
}

function callsOf(tally: Parameters<typeof offered>[0] | undefined): number {
	return tally ? offered(tally) : 0;
}

function basisOf(over: number, all: number, forecast: number): ExpectedDay['basis'] {
	if (over === all) return 'actual';
	if (forecast === 0) return over > 0 ? 'actual' : 'none';
	return over > 0 ? 'mixed' : 'forecast';
}
