import type { PlannedSlot } from './staffPlan.ts';

/** A plan in a few figures. Hours are of people; rates over all calls of the slots. */
export interface PlanTotals {
	calls: number;
	scheduledHours: number;
	/** null: no plan was brought. */
	plannedHours: number | null;
	/** The slot that requires the most people; null when nobody is needed at all. */
	peak: PlannedSlot | null;
	/** Slots with fewer planned than needed, in runs. */
	short: { startAt: number; endAt: number; people: number }[];
	/** With those present. */
	serviceLevel: number | null;
	meanWaitSeconds: number | null;
	abandonment: number | null;
	/** With the planned staff. */
	plannedServiceLevel: number | null;
}

export function planTotals(slots: PlannedSlot[]): PlanTotals {
	const hours = ({ startAt, endAt }: PlannedSlot) => (endAt - startAt) / 3_600_000;
	const hasPlan = slots.some(({ planned }) => planned !== null);
	const sum = (value: (slot: PlannedSlot) => number) => slots.reduce((total, slot) => total + value(slot), 0);
	return {
		calls: sum(({ calls }) => calls),
		scheduledHours: sum((slot) => slot.scheduled * hours(slot)),
		plannedHours: hasPlan ? sum((slot) => (slot.planned ?? 0) * hours(slot)) : null,
		peak: slots.reduce<PlannedSlot | null>(
			(most, slot) => (slot.required > (most?.required ?? 0) ? slot : most),
			null
		),
		short: shortRuns(slots),
		serviceLevel: mean(slots, ({ service }) => service.serviceLevel),
		meanWaitSeconds: mean(slots, ({ service }) => service.meanWaitSeconds),
		abandonment: mean(slots, ({ service }) => service.abandonment),
		plannedServiceLevel: hasPlan ? mean(slots, (slot) => slot.withPlanned?.serviceLevel ?? null) : null
	};
}

/** Of all callers of the slots: slots without calls, or without this figure, do not count. */
function mean(slots: PlannedSlot[], of: (slot: PlannedSlot) => number | null): number | null {
	let calls = 0;
	let sum = 0;
	for (const slot of slots) {
		const value = of(slot);
		if (value === null) continue;
		calls += slot.calls;
		sum += slot.calls * value;
	}
	return calls > 0 ? sum / calls : null;
}

function shortRuns(slots: PlannedSlot[]): PlanTotals['short'] {
	const runs: PlanTotals['short'] = [];
	for (const { startAt, endAt, spare } of slots) {
		if (spare === null || spare >= 0) continue;
		const last = runs.at(-1);
		if (last?.endAt === startAt) {
			last.endAt = endAt;
			last.people = Math.max(last.people, -spare);
		} else runs.push({ startAt, endAt, people: -spare });
	}
	return runs;
}
