import { callCount } from './callCount.en.ts';

export type TrendMeasure = 'level' | 'abandonment' | 'p50' | 'p90' | 'asa' | 'aht' | 'again';

/** What managers read about weeks and months. */
export const trendEn = {
	title: (queue: string) => `Trend of ${queue}`,
	none: 'No calls yet.',
	begun: 'The first of them is not over yet, so there is nothing to compare.',
	first: (when: string, count: string) =>
		`${when}: ${callCount(count)}; there is nothing before to compare with.`,
	usual: (when: string, count: string, before: string, low: string, high: string) =>
		`${when}: ${callCount(count)}, within what the ${before} before had (${low} to ${high}).`,
	above: (when: string, count: string, before: string, high: string, percent: string) =>
		`${when}: ${callCount(count)}, more than any of the ${before} before (at most ${high}; ${percent} above their median).`,
	below: (when: string, count: string, before: string, low: string, percent: string) =>
		`${when}: ${callCount(count)}, fewer than any of the ${before} before (at least ${low}; ${percent} below their median).`,
	weeks: (count: string) => (count === '1' ? 'week' : `${count} weeks`),
	months: (count: string) => (count === '1' ? 'month' : `${count} months`),
	measureFinding: (when: string, name: string, value: string, median: string | null) =>
		`${when}: ${name} ${value}${median ? `; median of those before ${median}` : ''}.`,
	noValue: 'Nothing is known of it yet.',
	calls: 'Calls',
	measure: 'Waits and service',
	by: 'By',
	grains: { week: 'Week', month: 'Month' },
	span: 'Back',
	show: 'Show',
	measures: {
		level: 'Service level',
		abandonment: 'Abandonment',
		p50: 'Median wait',
		p90: '90th percentile of the wait',
		asa: 'Average speed of answer',
		aht: 'Average handling time',
		again: 'Called again'
	} satisfies Record<TrendMeasure, string>,
	meaning: {
		level: '',
		abandonment: 'Abandoned ÷ (answered + abandoned).',
		p50: 'Half of answered and abandoned callers waited no longer.',
		p90: 'Nine in ten answered and abandoned callers waited no longer.',
		asa: 'Mean wait of answered calls.',
		aht: '(talk + hold + wrap-up) ÷ answered calls that carry them.',
		again: 'Calls by a number seen in the 24 hours before, of all calls.'
	} satisfies Record<TrendMeasure, string>,
	interval: 'Time',
	offered: 'Offered',
	running: 'incomplete',
	target: 'Target',
	read: 'Read the weeks or months',
	caption: 'Figures by week or month'
};

export type TrendTexts = typeof trendEn;
