import { expect, test } from 'vitest';
import type { CallRow } from '#records/calls.server.ts';
import type { Fold, Visit } from '#sources/source.ts';
import { decideFolded, goneRevision } from './decideFolded.ts';
import { foldBatch } from './foldBatch.ts';

const visit = (enqueuedAt: number): Visit => ({
	enqueuedAt,
	answeredAt: null,
	endedAt: null,
	outcome: 'waiting',
	agent: null,
	caller: null,
	talkSeconds: null,
	wrapSeconds: null,
	whole: false,
	unended: true
});

/** A visit for each event, and one for all of them once there is `same`. */
const fold: Fold = (events) => {
	const starts = events.flatMap(({ content }) => (content === 'same' ? [] : [Number(content)]));
	return (starts.length < events.length ? starts.slice(0, 1) : starts).sort((a, b) => a - b).map(visit);
};

const event = (content: string) => ({ trail: 'c/support', queueId: 7, content, caller: null });
const batch = (contents: string[], stored: string | null) =>
	foldBatch(
		{ sourceId: 3, events: contents.map(event) },
		stored === null ? [] : [{ trail: 'c/support', queueId: 7, events: stored, unended: true, keptUntil: 0 }],
		new Set(),
		{ fold, now: 0 }
	);

test('a trail that makes fewer calls than before takes the others back', () => {
	const { incoming } = batch(['same'], '1000\n2000');
	expect(incoming.map(({ id, outcome, revision }) => [id, outcome, revision])).toEqual([
		['c/support', 'waiting', 0],
		['c/support/2', 'deleted', goneRevision]
	]);
});

test('what comes again is no news', () => {
	const { incoming, rows, statusesOfEvents } = batch(['1000', ''], '1000');
	expect([incoming, rows]).toEqual([[], []]);
	expect(statusesOfEvents([])).toEqual(['unchanged', 'unchanged']);
});

test('each call that is made counts once, the other lines as changes', () => {
	const { incoming, statusesOfEvents } = batch(['1000', '2000', ''], '500');
	expect(incoming.map(({ id }) => id)).toEqual(['c/support', 'c/support/2', 'c/support/3']);
	expect(statusesOfEvents(['updated', 'created', 'unchanged'])).toEqual(['created', 'updated', 'unchanged']);
});

test('a call that was taken back comes back; one that somebody deleted, corrected or moved stays', () => {
	const [first] = batch(['1000'], null).incoming;
	const [, gone] = batch(['same'], '1000\n2000').incoming;
	if (!first || !gone) throw new Error('nothing was folded');
	const known = decideFolded(null, first).row;
	const taken = decideFolded(known, { ...gone, id: first.id });
	expect([taken.status, taken.row.outcome]).toEqual(['updated', 'deleted']);
	expect(decideFolded(taken.row, first)).toEqual({ status: 'updated', row: known });
	const said: Partial<CallRow>[] = [{ outcome: 'deleted' }, { revision: 1 }, { queueId: 8 }];
	for (const change of said) {
		const row = { ...known, ...change };
		expect(decideFolded(row, { ...first, answeredAt: 1 })).toEqual({ status: 'unchanged', row });
	}
});
