const calls = (count: string) => (count === '1' ? '1 call' : `${count} calls`);

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
	hour: (when: string, count: string) => `${when}: ${calls(count)}`,
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
		leave: 'Leave',
		today: 'Calls today',
		usual: (count: string) => `usually ${count} by now`,
		level: 'Service level today',
		target: (target: string) => `target ${target}`,
		below: (target: string) => `below the target of ${target}`
	}
};

export type ReportTexts = typeof reportEn;
