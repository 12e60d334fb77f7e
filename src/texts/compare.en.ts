/** What managers read where two ranges or queues are held against each other. */
export const compareEn = {
	title: (name: string) => `${name}: compare`,
	form: 'Choose what to compare',
	from: 'First day',
	to: 'Last day',
	against: 'Against',
	before: 'The time before',
	year: 'The same weeks a year before',
	queue: (name: string) => `The same days of ${name}`,
	show: 'Compare',
	range: (from: string, to: string) => `${from} to ${to}`,
	/** What stands for each side where it has to be short. */
	sideOf: (queue: string, range: string) => `${queue}, ${range}`,
	none: 'There are no days to compare: one side has no whole day in this time. Choose another range.',
	leadClear: (differences: string[]) => `${differences.join('; ')}.`,
	noCalls: 'No calls on either side.',
	leadNone: 'No difference is larger than chance explains.',
	/** `pairs` are more than none. */
	leadFew: (pairs: string, isOne: boolean, least: string) =>
		`${pairs} ${isOne ? 'pair of days is' : 'pairs of days are'} not enough to compare: from fewer than ${least} nobody can tell a difference from chance.`,
	exchanged: 'The last day lay before the first, so the two are exchanged.',
	/** Days that were asked for and are no part of it. */
	begins: (queue: string, day: string) =>
		`Records of “${queue}” begin on ${day}: that day is not whole, and it and what lies before it are left out.`,
	remaining: (pairs: string, all: string) =>
		`Of the ${all === '1' ? 'one pair' : `${all} pairs`} of days asked for, ${pairs === '0' ? 'none remains' : `${pairs} ${pairs === '1' ? 'remains' : 'remain'}`}.`,
	clear: {
		callsADay: (more: boolean, by: string) => `${by} ${more ? 'more' : 'fewer'} calls a day`,
		serviceLevel: (more: boolean, by: string) => `the service level is ${by} ${more ? 'higher' : 'lower'}`,
		abandonment: (more: boolean, by: string) => `abandonment is ${by} ${more ? 'higher' : 'lower'}`,
		p50: (more: boolean, by: string) => `the median wait is ${by} ${more ? 'longer' : 'shorter'}`,
		p90: (more: boolean, by: string) => `nine in ten wait up to ${by} ${more ? 'longer' : 'shorter'}`,
		asa: (more: boolean, by: string) => `answers come ${by} ${more ? 'later' : 'sooner'}`,
		aht: (more: boolean, by: string) => `calls take ${by} ${more ? 'longer' : 'less'}`
	},
	names: {
		callsADay: 'Calls a day',
		serviceLevel: 'Service level',
		abandonment: 'Abandonment',
		p50: 'Median wait',
		p90: '90th percentile of the wait',
		asa: 'Average speed of answer',
		aht: 'Average handling time'
	},
	points: (value: string) => `${value} points`,
	table: {
		title: 'Figures',
		region: 'Figures of both sides',
		figure: 'Figure',
		/** Where the days themselves are too long a name. */
		sides: { a: 'Chosen', b: 'Against' },
		difference: 'Difference',
		interval: 'It lies between',
		verdict: 'What it says',
		more: '▲ clear',
		less: '▼ clear',
		chance: 'may be chance',
		unknown: 'not known',
		between: (low: string, high: string) => `${low} and ${high}`
	},
	method:
		'Each day is held against the day of the other side with the same weekday. How far the differences can be due to chance is found by drawing these pairs anew 400 times (bootstrap, Efron 1979) with Student’s t; all intervals together hold in 95 of 100 comparisons (Bonferroni). Where there are more than 8 weeks, whole weeks are drawn instead of days; where there are more than two years, four weeks at a time.',
	pairs: (days: string, isOne: boolean) => `${days} ${isOne ? 'pair' : 'pairs'} of days.`,
	shifted: (weeks: string) => `Shifted by ${weeks}, so that weekdays are held against the same weekdays.`,
	weeks: (weeks: number) => (weeks === 1 ? 'one week' : `${weeks} weeks`),
	otherKind: (days: string, isOne: boolean, all: string) =>
		`${days} of ${all} ${all === '1' ? 'pair' : 'pairs'} ${isOne ? 'is' : 'are'} of different kinds (a holiday against a workday, say): part of a difference may be due to that.`,
	capped: 'Today is not over and is left out.',
	formulas: 'The two queues count their service levels differently:',
	/** What is marked in the days of each side. */
	marks: {
		above: (side: string) => `Marked, above (${side})`,
		atFoot: (side: string) => `Marked, at the foot (${side})`,
		column: (side: string) => `Marked (${side})`
	},
	chart: {
		title: 'Day by day',
		finding: (a: string, b: string) => `${a} calls against ${b}.`,
		/** Of too few days. */
		findingFew: 'The calls of both sides by day; too few days to tell a difference.',
		caption: 'Calls of both sides by day',
		weekly: 'Calls a day, by weeks',
		time: 'Day',
		against: 'Against',
		read: 'Read the days'
	}
};

export type CompareTexts = typeof compareEn;
