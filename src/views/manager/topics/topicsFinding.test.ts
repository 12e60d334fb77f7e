import { expect, test } from 'vitest';
import type { TopicFigures } from '#views/topics/topicFigures.server.ts';
import { figures } from '#rollups/loadRow.ts';
import { emptyTally } from '#rollups/tally.ts';
import { againShare, topicsFinding } from './topicsFinding.ts';

const level = { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 } as const;
const nothing = figures(emptyTally(), { answeredWithin: 0, abandonedWithin: 0, shortAbandoned: 0 }, level);
const row = (topic: string | null, given: Partial<TopicFigures>) => ({
	...nothing,
	with_caller: 0,
	topic,
	name: topic ?? 'none',
	...given
});

const refund = row('refund', {
	offered: 60,
	answered: 50,
	abandoned: 10,
	wait_p90_seconds: 40,
	with_caller: 50,
	repeat_callers: 10
});
const theft = row('theft', {
	offered: 30,
	answered: 30,
	wait_p90_seconds: 90,
	with_caller: 30,
	repeat_callers: 3
});
const rare = row('rare', {
	offered: 5,
	answered: 5,
	wait_p90_seconds: 900,
	with_caller: 5,
	repeat_callers: 5
});
const all = row(null, { offered: 100, with_caller: 85, repeat_callers: 17 });

test('says what most call about, where they wait longest, and what brings them back; rare topics are no example', () => {
	expect(topicsFinding([refund, theft, rare], all, 'this week', 'en')).toEqual({
		lead: 'Most call about refund: 60 calls this week, 60.0% of all.',
		more: [
			'They wait longest about theft: nine in ten up to 1 min 30 s.',
			'Most often somebody calls again about refund: 20.0% of these calls come from a number that had called in the 24 hours before; of all calls it is 20.0%.'
		]
	});
});

test('without topics, numbers or calls it says so', () => {
	expect(topicsFinding([row(null, { offered: 5 })], row(null, { offered: 5 }), '今天', 'zh')).toEqual({
		lead: '今天，来源没有提供来电原因，无法区分。',
		more: ['无法得知是否再次来电：来源没有提供号码。']
	});
	expect(topicsFinding([], row(null, {}), 'today', 'en')).toEqual({ lead: 'No calls today.', more: [] });
	expect(againShare(row(null, { repeat_callers: 0, with_caller: 4 }))).toBe(0);
	expect(againShare(row(null, { repeat_callers: null }))).toBeNull();
});
