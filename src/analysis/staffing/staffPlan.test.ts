import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planTotals } from './planTotals.ts';
import { simulatedDays } from './simulatedDays.ts';
import { staffPlan, type PlanQuestion, type PlanSlot } from './staffPlan.ts';

const halfMs = 1_800_000;
const question: PlanQuestion = {
	ahtSeconds: 180,
	volume: 1,
	thresholdSeconds: 20,
	target: 0.8,
	patienceSeconds: null,
	shrinkage: 0.3,
	maxOccupancy: 1,
	minAgents: 0,
	minShiftSeconds: 0
};

/** Half hours one after the other; null is closed. */
function slots(calls: (number | null)[], planned: (number | null)[] = []): PlanSlot[] {
	return calls.map((count, i) => ({
		startAt: i * halfMs,
		endAt: (i + 1) * halfMs,
		calls: count ?? 0,
		open: count !== null,
		planned: planned[i] ?? null
	}));
}

describe('a plan of staff', () => {
	test('100 calls of 180 s in half an hour take 14 agents, 20 with a shrinkage of 30 %', () => {
		const [slot] = staffPlan(slots([100]), question);
		expect(slot).toMatchObject({ needed: 14, present: 14, required: 20, scheduled: 20, spare: null });
		expect(slot?.service.serviceLevel).toBeCloseTo(0.88835, 5);
	});

	test('a fifth more calls is the volume of 1.2', () => {
		const [more] = staffPlan(slots([100]), { ...question, volume: 1.2 });
		const [same] = staffPlan(slots([120]), question);
		expect(more).toEqual(same);
	});

	test('never fewer than the least while open, and nobody while closed', () => {
		const plan = staffPlan(slots([0, null, 1]), { ...question, minAgents: 4 });
		expect(plan.map(({ present }) => present)).toEqual([4, 0, 4]);
	});

	test('shifts do not run over a closed time', () => {
		const plan = staffPlan(slots([100, 0, null, 0, 100]), { ...question, minShiftSeconds: 3600 });
		expect(plan.map(({ present }) => present)).toEqual([14, 14, 0, 14, 14]);
	});

	test('too few planned: how many are missing, and what callers get', () => {
		const [slot] = staffPlan(slots([100], [18]), question);
		// 18 on the plan are 12 on the phones: fewer than 14, and still more than the work of 10.
		expect(slot?.spare).toBe(-2);
		expect(slot?.withPlanned?.serviceLevel).toBeLessThan(0.8);
	});
});

test('who stays on for the sake of a whole shift is not missing where the plan has nobody for it', () => {
	const asked = { ...question, minShiftSeconds: 3600, shrinkage: 0 };
	const plan = staffPlan(slots([100, 0, 0], [14, 0, 0]), asked);
	expect(plan.map(({ scheduled }) => scheduled)).toEqual([14, 14, 0]);
	expect(plan.map(({ spare }) => spare)).toEqual([0, 0, 0]);
});

test('totals are those of the slots, and short runs are put together', () => {
	const plan = staffPlan(slots([100, 100, 100, null], [18, 17, 25, 0]), question);
	const totals = planTotals(plan);
	expect(totals).toMatchObject({ calls: 300, scheduledHours: 30, plannedHours: 30 });
	expect(totals.short).toEqual([{ startAt: 0, endAt: 2 * halfMs, people: 3 }]);
	expect(totals.peak?.startAt).toBe(0);
	expect(planTotals(staffPlan(slots([null]), question))).toMatchObject({
		peak: null,
		serviceLevel: null,
		plannedHours: null
	});
});

test('more calls, longer talks, a higher target never take fewer people', () => {
	const calls = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 });
	fc.assert(
		fc.property(calls, fc.double({ min: 0, max: 1, noNaN: true }), (counts, more) => {
			const people = (changed: Partial<PlanQuestion>) =>
				staffPlan(slots(counts), { ...question, ...changed }).map(({ scheduled }) => scheduled);
			const base = people({});
			for (const changed of [
				{ volume: 1 + more },
				{ ahtSeconds: 180 * (1 + more) },
				{ target: 0.8 + 0.19 * more }
			])
				people(changed).forEach((agents, i) => expect(agents).toBeGreaterThanOrEqual(base[i] ?? 0));
		}),
		{ seed: 5, numRuns: 100 }
	);
});

describe('the plan simulated', () => {
	const steady = slots(Array.from({ length: 20 }, () => 100));

	test('comes to what Erlang A says where its assumptions hold', () => {
		const asked = { ...question, patienceSeconds: 300 };
		const plan = staffPlan(steady, asked);
		const seen = simulatedDays(plan, asked, 1);
		expect(Math.abs((seen?.serviceLevel.mean ?? 0) - (planTotals(plan).serviceLevel ?? 1))).toBeLessThan(
			0.03
		);
		expect(seen?.days).toBe(150);
		expect(seen?.abandonment?.mean).toBeCloseTo(plan[0]?.service.abandonment ?? 0, 1);
	});

	test('a small queue has bad days that the formula does not show', () => {
		const plan = staffPlan(slots(Array.from({ length: 20 }, () => 3)), question);
		const seen = simulatedDays(plan, question, 1);
		expect(seen?.serviceLevel.high).toBeGreaterThan((seen?.serviceLevel.low ?? 1) + 0.05);
	});

	test('the same seed, the same days; nobody calls, nothing to say', () => {
		const plan = staffPlan(steady, question);
		expect(simulatedDays(plan, question, 3)).toEqual(simulatedDays(plan, question, 3));
		expect(simulatedDays(staffPlan(slots([0, null]), question), question, 1)).toBeNull();
	});
});
