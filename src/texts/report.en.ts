import { callCount } from './callCount.en.ts';

/** What stands in the report of a week, and on the screen on the wall. */
export const reportEn = {
	title: (queue: string) => `${queue}: report of the week`,
	week: (from: string, to: string, zone: string) => `${from} to ${to}, ${zone}`,
	none: 'No calls in this week.',
	running: (time: string) => `The week is not over: figures up to ${time}.`,
	choose: 'Week',
	weekOf: 'A day of the week',
	show: 'Show',
	before: 'The week before',
	after: 'The week after',
	print: 'Print or save as PDF',
	figures: 'Key figures',
	figure: 'Figure',
	thisWeek: 'This week',
	lastWeek: 'Week before',
	change: 'Change',
	points: (points: string) => `${points} points`,
	names: {
		offered: 'Calls offered',
		answered: 'Answered',
		level: 'Service level',
		abandonment: 'Abandonment',
		p50: 'Median wait',
		p90: '90th percentile of the wait',
		longest: 'Longest wait of an answered call',
		aht: 'Average handling time'
	},
	days: 'Day by day',
	day: 'Day',
	offered: 'Offered',
	hours: 'Busiest hours',
	hour: (when: string, count: string) => `${when}: ${callCount(count)}`,
	worst: (when: string, wait: string) => `The waits were longest ${when}: nine in ten callers up to ${wait}.`,
	topics: 'Why people called',
	next: 'The week to come',
	expected: 'Expected',
	range: 'Four in five times between',
	footer: (when: string) => `Made by Offpeak on ${when}.`,
	links: 'Take it along',
	toReport: 'Last week as a report to print',
	toWallboard: 'For a screen on the wall',
	wallboard: {
		title: 'All queues now',
		titleChosen: (count: number) => (count === 1 ? 'One queue now' : `${count} queues now`),
		queue: 'Queue',
		waiting: 'Waiting',
		longest: 'Longest wait',
		talking: 'Talking',
		calls: 'Calls today',
		levelShort: 'Service level',
		together: 'Together',
		/** What the signs beside figures mean; in letters of 55 pixels there is room for few words. */
		late: 'misses the target',
		busy: 'more than usual',
		pages: (from: number, to: number, of: number) => `${from}–${to} of ${of}`,
		state: {
			once: (time: string) => `As of ${time}`,
			live: () => 'Live',
			followed: () => 'Connected'
		},
		feed: {
			live: '',
			late: 'Who waits is not known: records come later.',
			silent: 'No record for longer than usual.',
			unknown: 'Who waits is not known yet.'
		},
		stale: (time: string) => `No connection: as of ${time}.`,
		leave: 'Leave',
		today: 'Calls today',
		nobody: 'nobody waits',
		over: (seconds: number) => `over ${seconds} s`,
		fourInFive: (most: string) => `80% up to ${most}`,
		usual: (count: string) => `usually ${count}`,
		level: 'Service level today',
		target: (target: string) => `target ${target}`,
		below: (target: string) => `below ${target}`
	}
};

export type ReportTexts = typeof reportEn;
