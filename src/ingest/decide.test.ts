import { describe, expect, it } from 'vitest';
import { decide, type IncomingCall } from './decide.ts';
import type { CallRow } from '#records/calls.server.ts';

const waiting: IncomingCall = {
	sourceId: 1,
	id: 'c',
	queueId: 1,
	enqueuedAt: 0,
	answeredAt: null,
	endedAt: null,
	outcome: 'waiting',
	channel: 'voice',
	talkSeconds: null,
	holdSeconds: null,
	wrapSeconds: null,
	revision: 0,
	agent: undefined,
	topicId: undefined,
	priority: undefined,
	caller: undefined
};
const answered: IncomingCall = { ...waiting, answeredAt: 5000, outcome: 'answered', agent: 'mei' };
const ended: IncomingCall = { ...answered, endedAt: 65_000 };
const deleted: IncomingCall = { ...waiting, outcome: 'deleted', enqueuedAt: 0 };

function through(...calls: IncomingCall[]) {
	let row: CallRow | null = null;
	const statuses = calls.map((call) => {
		const decision = decide(row, call);
		row = decision.row;
		return decision.status;
	});
	if (row === null) throw new Error('nothing came');
	const last: CallRow = row;
	return { statuses, row: last };
}

function orders<T>(items: T[]): T[][] {
	if (items.length < 2) return [items];
	return items.flatMap((item, i) => orders(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

describe('decide', () => {
	it('counts the same again, and what is older, as unchanged', () => {
		expect(through(waiting, waiting, answered, ended, ended, { ...waiting }).statuses).toEqual([
			'created',
			'unchanged',
			'updated',
			'updated',
			'unchanged',
			'unchanged'
		]);
	});

	it('comes to the same whatever the order of waiting, answered and ended', () => {
		const stages = [{ ...waiting, topicId: 7, caller: '99' }, answered, ended];
		const rows = orders(stages).map((order) => through(...order).row);
		for (const row of rows) expect(row).toEqual(rows[0]);
		expect(rows[0]).toMatchObject({
			outcome: 'answered',
			endedAt: 65_000,
			topicId: 7,
			caller: '99',
			agent: 'mei'
		});
	});

	it('lets the highest revision win, whatever its state', () => {
		const rows = orders([ended, { ...waiting, revision: 2 }, { ...answered, revision: 1 }]).map(
			(o) => through(...o).row
		);
		for (const row of rows) expect(row).toMatchObject({ outcome: 'waiting', revision: 2 });
	});

	it('lets the later of two equal states win, and null clear what was known', () => {
		const corrected = { ...ended, agent: null, talkSeconds: 9 };
		expect(through(ended, corrected).row).toMatchObject({ agent: null, talkSeconds: 9 });
	});

	it('keeps a deleted call deleted whatever comes late, until a higher revision', () => {
		for (const order of orders([ended, deleted, waiting]))
			expect(through(...order).row.outcome).toBe('deleted');
		expect(through(ended, deleted).row).toMatchObject({ agent: null, answeredAt: null, talkSeconds: null });
		expect(through(deleted, { ...ended, revision: 1 }).row.outcome).toBe('answered');
	});

	it('says of a deletion of an unknown call that nothing changed', () => {
		expect(through(deleted).statuses).toEqual(['unchanged']);
	});
});
