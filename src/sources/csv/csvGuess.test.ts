import { expect, test } from 'vitest';
import { guessLayout } from './csvGuess.ts';
import { csvOptionsOf } from './csvOptions.ts';

function guess(text: string, query = 'map=auto') {
	const read = csvOptionsOf(new URLSearchParams(query));
	if ('problem' in read || !read.options) throw new Error(query);
	const { places, columns, ...layout } = guessLayout(text, read.options);
	const fields = [...places].map(([field, at]) => [field, at.map((place) => columns[place]).join('+')]);
	return { ...layout, columns, fields: Object.fromEntries(fields) };
}

test('finds delimiter, header and columns by names and by what stands in them', () => {
	const { delimiter, header, fields } = guess(
		'Report of March\n\nCall Id\tAgent\tDate\tTime\tTopic\tAnswered (Y/N)\tResolved\tSpeed of answer in seconds\tAvgTalkDuration\n' +
			'ID0001\tDiane\t1/13/2021\t9:12:58 AM\tContract\tY\tY\t109\t0:02:23\n' +
			'ID0002\tBecky\t1/1/2021\t9:12:58 AM\tTechnical\tN\tN\t\t\n'
	);
	expect({ delimiter, header, fields }).toEqual({
		delimiter: 'tab',
		header: 3,
		fields: {
			id: 'Call Id',
			agent: 'Agent',
			date: 'Date',
			enqueued_at: 'Time',
			topic: 'Topic',
			outcome: 'Answered (Y/N)',
			wait_seconds: 'Speed of answer in seconds',
			talk_seconds: 'AvgTalkDuration'
		}
	});
});

test('takes a column only for what stands in it', () => {
	expect(guess('id,start,wait\n1,2026-03-02 09:15,Ana\n').fields).toEqual({ id: 'id', enqueued_at: 'start' });
	expect(guess('x;wann\n1;02.03.2026 09:15\n').fields).toEqual({ enqueued_at: 'wann' });
});

test('knows data from a header, and telephone numbers from others', () => {
	const { header, columns, numberColumns } = guess(
		'1,2026-03-02 09:15,+49 30 1234567,20260302\n',
		'map=id:%231&map=enqueued_at:%232'
	);
	expect({ header, columns, numberColumns }).toEqual({
		header: 0,
		columns: ['#1', '#2', '#3', '#4'],
		numberColumns: [2]
	});
});

test('names what is missing, and the date that leaves open which day it is', () => {
	const { missing, ambiguousDate, dates } = guess(
		'id,start\n1,03/02/2026 09:15\n',
		'map=id:id&map=enqueued_at:start&map=queue:skill&only=kind:in'
	);
	expect({ missing, ambiguousDate, dates }).toEqual({
		missing: ['skill', 'kind'],
		ambiguousDate: '03/02/2026 09:15',
		dates: null
	});
});
