import { expect, test } from 'vitest';
import { staffSteps, type StaffStep } from './staffSteps.ts';

function step(needed: number, planned: number | null = null, closed = false): StaffStep {
	return { label: '', tick: null, needed, shifts: needed, planned, closed };
}

test('the need is drawn in steps from slot to slot, the last one to the end', () => {
	expect(staffSteps([step(4), step(2)], 100).needed).toBe(
		'M0,0L500,0L500,50L1000,50L1000,50L1000,100L1000,100L500,100L500,100L0,100Z'
	);
});

test('a plan is a line, and where it is below the need the difference is marked', () => {
	const shape = staffSteps([step(4, 4), step(4, 1)], 100);
	expect(shape.planned).toBe('M0,0L500,0L500,75L1000,75L1000,75');
	expect(shape.missing).toBe('M500,75V0H1000V75Z');
});

test('without a plan there is no line and nothing missing', () => {
	expect(staffSteps([step(4), step(2)])).toMatchObject({ planned: '', missing: '' });
});

test('closed slots side by side are one field', () => {
	expect(staffSteps([step(0, null, true), step(0, null, true), step(3), step(1)]).closed).toEqual([
		{ x: 0, width: 50 }
	]);
});
