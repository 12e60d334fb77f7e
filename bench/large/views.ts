import type { Grain } from '#model/load.ts';
import { addDays } from '#time/zone.ts';
import type { Question } from './questions.ts';
import { callsSql, countsSql, figuresSql, loadSql, peaksSql, waited, type Range } from './rawSql.ts';

/** Managers' pages as their next address is asked for, with what of the records each of them is made of. */
export function viewsOf(today: string): Question[] {
	const until = addDays(today, 1);
	const days = (count: number) => ({ from: addDays(today, -count), until: today });
	const soFar = { from: today, until };
	const likeDays = (queueIds: number[]) =>
		countsSql(
			queueIds,
			[1, 2, 3, 4, 5, 6, 7, 8].map((week) => addDays(today, -7 * week))
		);
	const ofToday = (queueIds: number[]) => loadSql(queueIds, soFar, 'quarter');
	const byTopic = (range: Range) => (queueIds: number[]) => figuresSql(queueIds, range, 'topic_id');
	const view = (name: string, path: string, ...parts: ((queueIds: number[]) => string)[]): Question => ({
		name,
		path,
		all: false,
		sql: parts.length === 0 ? null : (queueIds) => parts.map((part) => part(queueIds))
	});
	const loadOf = (range: Range, grain: Grain) => (queueIds: number[]) => loadSql(queueIds, range, grain);
	return [
		{ ...view('overview', '', ofToday, likeDays), all: true },
		view(
			'a queue',
			'',
			ofToday,
			likeDays,
			(ids) => peaksSql(ids, days(56)),
			loadOf({ from: addDays(today, -6), until }, 'hour')
		),
		view(
			'a queue, a year by day, 13 weeks',
			`?from=${addDays(today, -364)}&to=${today}&grain=day&weeks=13&measure=p90`,
			ofToday,
			likeDays,
			(ids) => peaksSql(ids, days(91)),
			loadOf({ from: addDays(today, -364), until }, 'day')
		),
		view(
			'a queue, hours of a cell',
			'?cell=1-9',
			ofToday,
			likeDays,
			(ids) => peaksSql(ids, days(56)),
			loadOf(days(56), 'hour')
		),
		view('waits, 28 days', 'waits', (ids) => figuresSql(ids, days(28), `round(${waited})`)),
		view('topics, 28 days', 'topics', byTopic(days(28))),
		view('trend', 'trend', loadOf(days(26 * 7), 'week')),
		view(
			'compare 28 days',
			'compare',
			loadOf(days(28), 'day'),
			loadOf({ from: addDays(today, -56), until: addDays(today, -28) }, 'day')
		),
		view('calls', 'calls', (ids) => callsSql(ids, soFar)),
		view(
			'report of a week',
			'report',
			loadOf(days(13 * 7), 'week'),
			loadOf(days(7), 'day'),
			loadOf(days(7), 'hour'),
			byTopic(days(7))
		),
		view('special days', 'special-days', loadOf(days(2 * 365), 'day')),
		view('forecast', 'forecast'),
		view('staffing', 'staffing'),
		view('what callers see', 'callers')
	];
}
