import type { Workload } from '#analysis/staffing/service.ts';
import type { StaffingGoal } from '#analysis/staffing/staffing.ts';
import type { ServiceLevel } from '#model/queue.ts';

export type StaffingQuery = { work: Workload; goal: StaffingGoal } | { field: string; message: string };

/** Lowest and highest of each parameter; of those marked, the highest itself is out. */
export const staffingLimits = {
	calls: { from: 0, to: 10_000_000 },
	interval_seconds: { from: 1, to: 2_678_400 },
	aht_seconds: { from: 1, to: 86_400 },
	threshold_seconds: { from: 0, to: 86_400 },
	target: { from: 0, to: 1, isOut: true },
	patience_seconds: { from: 1, to: 14_400 },
	shrinkage: { from: 0, to: 1, isOut: true },
	max_occupancy: { from: 0.1, to: 1 }
} as const;

/** More than any call center has, and still answered at once. */
const mostLoad = 20_000;

/** Reads what is asked of the staffing. Threshold and target are those of the queue where they are left out. */
export function staffingQuery(query: URLSearchParams, level: ServiceLevel): StaffingQuery {
	const read = new Reader(query);
	const work = {
		calls: read.number('calls') ?? read.missing('calls'),
		intervalSeconds: read.number('interval_seconds') ?? 1800,
		ahtSeconds: read.number('aht_seconds') ?? read.missing('aht_seconds')
	};
	const goal = {
		thresholdSeconds: read.number('threshold_seconds') ?? level.threshold_seconds,
		// A target of everybody is not reached by any number of agents.
		target: read.number('target') ?? Math.min(level.target, 0.9999),
		patienceSeconds: read.number('patience_seconds'),
		shrinkage: read.number('shrinkage') ?? 0,
		maxOccupancy: read.number('max_occupancy') ?? 1
	};
	if (!read.problem && (work.calls * work.ahtSeconds) / work.intervalSeconds > mostLoad)
		return { field: 'calls', message: `So many calls would keep more than ${mostLoad} agents busy.` };
	return read.problem ?? { work, goal };
}

type Name = keyof typeof staffingLimits;

/** Reads numbers and keeps the first problem. */
class Reader {
	problem: { field: string; message: string } | null = null;

	constructor(private readonly query: URLSearchParams) {}

	/** null where it is left out. */
	number(name: Name): number | null {
		const text = this.query.get(name);
		if (text === null || text === '') return null;
		const limits: { from: number; to: number; isOut?: boolean } = staffingLimits[name];
		const value = /^\d+(\.\d+)?$|^\.\d+$/.test(text) ? Number(text) : NaN;
		const isIn = value >= limits.from && (limits.isOut ? value < limits.to : value <= limits.to);
		if (isIn) return value;
		const range = `from ${limits.from} to ${limits.isOut ? 'below ' : ''}${limits.to}`;
		this.problem ??= { field: name, message: `${name} must be a number ${range}.` };
		return null;
	}

	missing(name: Name): number {
		this.problem ??= { field: name, message: `${name} is required.` };
		return 1;
	}
}
