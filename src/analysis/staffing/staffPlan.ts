import { shiftCover } from './shiftCover.ts';
import type { Service } from './service.ts';
import { service, staffing } from './staffing.ts';

/** One slot of the plan, a quarter or half hour. */
export interface PlanSlot {
	startAt: number;
	endAt: number;
	/** Expected; a closed slot expects none. */
	calls: number;
	open: boolean;
	/** People on the plan that the manager has brought; null: none was brought for this day. */
	planned: number | null;
}

/** What a manager may turn. Shares 0..1, times in seconds. */
export interface PlanQuestion {
	ahtSeconds: number;
	/** Of the expected calls: 1.2 is a fifth more. */
	volume: number;
	thresholdSeconds: number;
	target: number;
	/** Mean; null: callers who never give up. */
	patienceSeconds: number | null;
	shrinkage: number;
	maxOccupancy: number;
	/** So many at least while it is open. */
	minAgents: number;
	/** Who comes stays so long. */
	minShiftSeconds: number;
}

export interface PlannedSlot extends PlanSlot {
	/** Agents who take calls, for the target alone. */
	needed: number;
	/** The same with `minAgents` and the shortest shift. */
	present: number;
	/** People on the plan, so that those needed, and `minAgents`, are there after shrinkage. */
	required: number;
	/** The same for `present`, whose shifts are never too short. */
	scheduled: number;
	/** What callers get with those present; with the planned staff after shrinkage, null without a plan. */
	service: Service;
	withPlanned: Service | null;
	/** Planned less required: below 0 is too few. */
	spare: number | null;
}

/** How many people each slot takes. Slots are in order; runs of open ones are staffed by shifts of their own. */
export function staffPlan(slots: PlanSlot[], question: PlanQuestion): PlannedSlot[] {
	const needs = slots.map((slot) => (slot.open ? need(slot, question) : 0));
	const present = presentIn(slots, needs, question);
	return slots.map((slot, i) => planned(slot, question, { needed: needs[i] ?? 0, present: present[i] ?? 0 }));
}

function workOf({ startAt, endAt, calls }: PlanSlot, { ahtSeconds, volume }: PlanQuestion) {
	return { calls: calls * volume, intervalSeconds: (endAt - startAt) / 1000, ahtSeconds };
}

function need(slot: PlanSlot, question: PlanQuestion): number {
	return staffing(workOf(slot, question), question).agents;
}

function presentIn(slots: PlanSlot[], needs: number[], question: PlanQuestion): number[] {
	const present: number[] = [];
	for (let from = 0; from < slots.length;) {
		let to = from + 1;
		while (to < slots.length && slots[to]?.open === slots[from]?.open && touches(slots[to - 1], slots[to]))
			to++;
		const run = needs.slice(from, to);
		const slotSeconds = ((slots[from]?.endAt ?? 0) - (slots[from]?.startAt ?? 0)) / 1000;
		const atLeast = run.map((agents) => Math.max(agents, question.minAgents));
		present.push(
			...(slots[from]?.open ? shiftCover(atLeast, Math.ceil(question.minShiftSeconds / slotSeconds)) : run)
		);
		from = to;
	}
	return present;
}

function touches(before: PlanSlot | undefined, slot: PlanSlot | undefined): boolean {
	return before?.endAt === slot?.startAt;
}

function planned(
	slot: PlanSlot,
	question: PlanQuestion,
	{ needed, present }: { needed: number; present: number }
): PlannedSlot {
	const work = workOf(slot, question);
	const onPlan = (agents: number) => Math.max(0, Math.ceil(agents / (1 - question.shrinkage) - slack));
	const required = onPlan(slot.open ? Math.max(needed, question.minAgents) : 0);
	const there = slot.planned === null ? null : Math.floor(slot.planned * (1 - question.shrinkage) + slack);
	return {
		...slot,
		calls: work.calls,
		needed,
		present,
		required,
		scheduled: onPlan(present),
		service: service(present, work, question),
		withPlanned: there === null ? null : service(there, work, question),
		spare: slot.planned === null ? null : slot.planned - required
	};
}

/** Numbers that are equal on paper are not always in a computer. */
const slack = 1e-9;
