import type { ForecastMethod } from '#model/forecast.ts';
import { callCount } from './callCount.en.ts';

/** What managers read about the days to come. */
export const forecastEn = {
	title: (queue: string) => `Forecast for ${queue}`,
	none: 'There is no forecast yet. It takes three days with calls, and calls within the last four weeks.',
	tomorrow: (count: string, low: string, high: string, peak: string | null) =>
		`Tomorrow about ${callCount(count)} (${low}–${high})${peak ? `, most at ${peak}` : ''}`,
	tomorrowNone: 'Tomorrow hardly any calls',
	unusual: (day: string, percent: string, above: boolean, weekday: string, why: string | null) =>
		`${day} is ${percent} ${above ? 'above' : 'below'} a usual ${weekday}${why ? `: ${why}` : ''}`,
	sentence: (parts: string[]) => `${parts.join('; ')}.`,
	days: {
		title: 'Next days',
		span: 'Show',
		spanName: (days: string) => `${days} days`,
		finding: (total: string, from: string, to: string, day: string, count: string) =>
			`About ${callCount(total)} from ${from} to ${to}; the most on ${day}: ${count}.`,
		note: 'Today counts what has come and what is still expected. Choose a day to see its hours.',
		caption: 'Expected calls by day',
		day: 'Day',
		why: 'Why',
		read: 'Read the days'
	},
	hours: {
		title: (day: string) => `Hours of ${day}`,
		finding: (count: string, low: string, high: string, peak: string | null) =>
			`About ${callCount(count)} (${low}–${high})${peak ? `; the most at ${peak}` : ''}.`,
		findingToday: (soFar: string, until: string, rest: string, low: string, high: string) =>
			`${callCount(soFar)} until ${until}, about ${rest} still to come: ${low}–${high} in all.`,
		findingNone: 'Hardly any calls are expected.',
		caption: (day: string) => `Expected calls by hour, ${day}`,
		hour: 'Hour',
		wait: 'Median wait',
		agents: 'Agents',
		why: 'Why',
		share: (percent: string) => `${percent} of the day`,
		read: 'Read the hours',
		waitNote:
			'The wait that half of the callers will not exceed, from such hours of the last 13 weeks and how waits moved with load; with a plan of staff from Erlang. Agents: the fewest who reach the target.',
		explained: (day: string, why: string) => `${day}. Why so many: ${why}`
	},
	bands: {
		expected: 'Expected',
		interval50: 'half the time',
		interval80: '4 times in 5',
		interval95: '19 times in 20',
		came: 'Came',
		running: 'Hour still running',
		runningDay: 'Day still running',
		soFar: 'so far'
	},
	reasons: {
		change: (name: string, percent: string) => `${name} ${percent}`,
		level: (count: string) => `level of the last weeks ${count} a day`,
		restDay: 'like a day of rest',
		monthStart: 'start of the month',
		monthMiddle: 'middle of the month',
		monthEnd: 'end of the month',
		year: 'time of the year',
		classes: {
			holiday: 'public holiday',
			eve: 'eve of a holiday',
			before_holiday: 'before a holiday',
			after_holiday: 'after a holiday',
			between_holidays: 'between holidays',
			bridge: 'bridge day',
			month_end: 'month end',
			first_business_day: 'first business day',
			second_business_day: 'second business day',
			last_business_day: 'last business day'
		},
		together: (course: string, day: string) => `${course} and ${day}`,
		join: (parts: string[]) => parts.join(', '),
		method: (method: string) => `${method}, as that has been nearer lately`
	},
	methods: {
		offpeak: 'Offpeak',
		seasonal_naive: 'Last same weekday',
		mean_4: 'Mean of the last 4',
		median_8: 'Median of the last 8'
	} satisfies Record<ForecastMethod, string>,
	accuracy: {
		title: 'How near it has been',
		none: 'Too few days have come since the first forecast to say how near it has been.',
		nearer: (percent: string, naive: string, method: string) =>
			`One day ahead the forecast was off by ${percent} of an hour’s calls; the best simple method (${method}) by ${naive}.`,
		held: (share: string) => `${share} of the hours lay in the range that 80% should.`,
		daily: (percent: string) => `A whole day was off by ${percent}.`,
		naiveWins: (ahead: string, method: string) =>
			`For ${ahead} ahead this is used: ${method}. It has been nearer lately.`,
		ownUsed: 'For all days ahead Offpeak’s own forecast is used: no simple method has clearly been nearer.',
		replayed: (count: string, of: string) =>
			`${count} of the ${of} days compared are from before Offpeak was watching: their forecasts were replayed, each from what was known on its day.`,
		meaning:
			'Off by: the errors of all hours together ÷ all calls. Few calls an hour cannot be told exactly by anybody: at 25 an hour chance alone makes 16%.',
		caption: (weeks: string) => `How far forecasts were off in the last ${weeks} weeks`,
		ahead: 'Made',
		aheadNames: {
			1: '1 day before',
			3: '3 days before',
			7: '1 week before',
			14: '2 weeks before',
			28: '4 weeks before'
		},
		daysAhead: (days: string) => (days === '1' ? '1 day' : `${days} days`),
		held80: 'In the 80% range',
		day: 'Offpeak, whole days',
		seen: 'Days'
	},
	madeAt: (time: string) => `Made at ${time}.`,
	today: {
		forecast: 'Forecast for the rest of the day'
	}
};

export type ForecastTexts = typeof forecastEn;
