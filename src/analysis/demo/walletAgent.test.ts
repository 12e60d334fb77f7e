import { expect, test } from 'vitest';
import { walletAgent } from './walletAgent.ts';
import { walletLines } from './walletLines.ts';

const { security } = walletLines;
const china = (time: string) => Date.parse(`2026-03-0${time}+08:00`);
const names = (time: string) =>
	Array.from({ length: 12 }, (_, agent) => walletAgent(security, agent, china(time)));

test('a shift is one team, and the next shift is another', () => {
	expect(names('3T23:00:00')).toEqual(names('4T06:59:59'));
	const shifts = ['3T07:00:00', '3T15:00:00', '3T23:00:00'].map(names);
	expect(new Set(shifts.flat()).size).toBe(36);
});

test('another day other people sit in the same places', () => {
	expect(names('3T08:00:00')[0]).not.toBe(names('4T08:00:00')[0]);
	expect(names('3T08:00:00').sort()).toEqual(names('4T08:00:00').sort());
});
