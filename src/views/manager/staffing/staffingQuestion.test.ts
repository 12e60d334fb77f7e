import { expect, test } from 'vitest';
import { planQuestion, questionQuery, readQuestion, type QuestionForm } from './staffingQuestion.ts';

const usual: QuestionForm = {
	aht: 240,
	volume: 100,
	target: 80,
	threshold: 20,
	patience: 180,
	shrinkage: 30,
	occupancy: 90,
	least: 0,
	shift: 4
};

test('what an address leaves out is as usual', () => {
	expect(readQuestion(new URLSearchParams('volume=120'), usual)).toEqual({ ...usual, volume: 120 });
});

test('what is out of its limits is moved into them, and what is no number is left out', () => {
	const form = readQuestion(new URLSearchParams('target=100&aht=-3&shift=99&least=x'), usual);
	expect(form).toMatchObject({ target: 99, aht: 240, shift: 12, least: 0 });
});

test('an empty patience means that nobody gives up', () => {
	expect(readQuestion(new URLSearchParams('patience='), usual).patience).toBeNull();
	expect(readQuestion(new URLSearchParams(), usual).patience).toBe(180);
});

test('an address made of a form reads as the same form', () => {
	const form = { ...usual, patience: null, shift: 2.5 };
	expect(readQuestion(new URLSearchParams(questionQuery(form)), usual)).toEqual(form);
});

test('percent become shares, hours become seconds', () => {
	expect(planQuestion(usual)).toMatchObject({
		volume: 1,
		target: 0.8,
		shrinkage: 0.3,
		minShiftSeconds: 14_400
	});
});
