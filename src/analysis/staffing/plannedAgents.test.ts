import { expect, test } from 'vitest';
import { plannedAgents } from './plannedAgents.ts';

const shifts = [
	{ startAt: 0, endAt: 100, agents: 3 },
	{ startAt: 50, endAt: 150, agents: 2 }
];

test('people of all shifts that cover the slot', () => {
	expect(plannedAgents(shifts, { startAt: 60, endAt: 90 })).toBe(5);
});

test('who leaves before its end, or comes after its start, is not there for all of it', () => {
	expect(plannedAgents(shifts, { startAt: 90, endAt: 120 })).toBe(2);
	expect(plannedAgents(shifts, { startAt: 40, endAt: 60 })).toBe(3);
	expect(plannedAgents(shifts, { startAt: 140, endAt: 160 })).toBe(0);
});

test('no shifts, nobody', () => {
	expect(plannedAgents([], { startAt: 0, endAt: 10 })).toBe(0);
});
