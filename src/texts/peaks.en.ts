import { callCount } from './callCount.en.ts';

export type Measure = 'load' | 'p50' | 'p90' | 'abandonment' | 'serviceLevel' | 'agents';

/** When the week of a queue is busy. */
export const peaksEn = {
	title: 'When it is busy',
	busiest: 'Most calls',
	quietest: 'Fewest calls',
	basis: 'Ordinary workdays; holidays, make-up workdays and month ends are set aside.',
	even: 'No part of the working week stands out.',
	window: (days: string, hours: string, load: string) => `${days} ${hours}: about ${callCount(load)} an hour`,
	waits: (half: string, most: string) => `half of the callers wait up to ${half}, nine in ten up to ${most}`,
	waitsNone: (most: string) => `half of the callers need not wait, nine in ten wait up to ${most}`,
	waitsHardly: 'nine in ten callers need not wait',
	gaveUp: (rate: string) => `${rate} hang up`,
	behind: (days: string) => (days === '1' ? 'from 1 day' : `from ${days} days`),
	join: (parts: string[]) => `${parts.join('; ')}.`,
	weekdays: (names: string[], contiguous: boolean) => {
		if (names.length <= 2) return names.join(' and ');
		if (contiguous) return `${names[0]} to ${names.at(-1)}`;
		return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
	},
	measure: 'Show',
	weeks: 'Over',
	lastWeeks: (weeks: string) => `${weeks} weeks`,
	measures: {
		load: 'Calls an hour',
		p50: 'Median wait',
		p90: '90th percentile of the wait',
		abandonment: 'Abandonment',
		serviceLevel: 'Service level',
		agents: 'Agents needed'
	} satisfies Record<Measure, string>,
	meaning: {
		load: 'Mean number of calls that entered the queue in that hour.',
		p50: 'Half of the callers, answered or not, waited no longer.',
		p90: 'Nine in ten callers, answered or not, waited no longer.',
		abandonment: 'Abandoned ÷ (answered + abandoned).',
		serviceLevel: 'Darker is lower.',
		agents:
			'So many reach the queue’s target at the mean number of calls (Erlang, with the mean handling time of these weeks).'
	} satisfies Record<Measure, string>,
	highest: {
		load: (when: string, value: string) => `Most calls come on ${when}: ${value} an hour.`,
		p50: (when: string, value: string) => `The median wait is longest on ${when}: ${value}.`,
		p90: (when: string, value: string) => `Nine in ten wait longest on ${when}: up to ${value}.`,
		abandonment: (when: string, value: string) => `Most callers give up on ${when}: ${value}.`,
		serviceLevel: (when: string, value: string) => `The service level is lowest on ${when}: ${value}.`,
		agents: (when: string, value: string) => `Most agents are needed on ${when}: ${value}.`
	} satisfies Record<Measure, (when: string, value: string) => string>,
	noAgents: 'How many agents it takes is known once handling times have come with the calls.',
	noValue: 'There is nothing to show for these weeks.',
	allZero: 'It is 0 in every hour seen.',
	zeroButThin: 'It is 0 in every hour that was seen on three days or more.',
	onlyThin: 'That hour was seen on fewer than three days.',
	tooFew: 'An hour is called busy or quiet once it was seen on three ordinary workdays.',
	note: (from: string, to: string, zone: string) => `${from} to ${to}, all days, ${zone}.`,
	hour: 'Hour',
	days: (days: string) => (days === '1' ? '1 day' : `${days} days`),
	cell: {
		title: (weekday: string, hours: string) => `${weekday}, ${hours}`,
		finding: (days: string, mean: string, least: string, leastDay: string, most: string, mostDay: string) =>
			`${callCount(mean)} on average over ${days}: from ${least} on ${leastDay} to ${most} on ${mostDay}.`,
		one: (count: string, day: string) => `${callCount(count)} on ${day}.`,
		none: 'No such hour was seen in these weeks.',
		day: 'Day',
		calls: 'Calls',
		serviceLevel: 'Service level',
		median: 'Median wait',
		p90: '90th percentile',
		abandonment: 'Gave up',
		open: (name: string) => `${name}: show its days`,
		hours: 'A day leads to its hours, an hour to its calls.',
		close: 'Close'
	},
	callsAnHour: (value: string) => `${value} an hour`,
	thin: 'fewer than 3 days: may be chance',
	none: 'closed, or nothing seen',
	caption: (measure: string) => `${measure} by weekday and hour, with the days behind each`
};

export type PeaksTexts = typeof peaksEn;
