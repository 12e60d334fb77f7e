import type { ServiceLevelFormula } from '#model/queue.ts';

export type Measure = 'load' | 'p50' | 'p90' | 'abandonment' | 'serviceLevel' | 'agents';
/** What the days are that today is compared with. */
export type LikeDays = {
	kind: 'workday' | 'weekend' | 'holiday' | 'make_up_workday';
	weekday: string;
	days: number;
};

const formula = (name: string, threshold: number, short: number): Record<ServiceLevelFormula, string> => ({
	answered_only: `${name}: answered within ${threshold} s ÷ answered`,
	credited: `${name}: (answered + abandoned within ${threshold} s) ÷ (answered + abandoned)`,
	strict: `${name}: answered within ${threshold} s ÷ (answered + abandoned)`,
	late_abandons: `${name}: answered within ${threshold} s ÷ (answered + abandoned, without those who left within ${threshold} s)`,
	short_removed: `${name}: answered within ${threshold} s ÷ (answered + abandoned, without those who left within ${short} s)`,
	short_credited: `${name}: (answered within ${threshold} s + abandoned within ${short} s) ÷ (answered + abandoned)`
});

const calls = (count: string) => (count === '1' ? '1 call' : `${count} calls`);

function lastDays({ kind, weekday, days }: LikeDays): string {
	if (kind === 'holiday') return `the last ${days} public holidays`;
	if (kind === 'make_up_workday') return `the last ${days} working days that stand for a ${weekday}`;
	return `the last ${days} ${weekday}s`;
}

/** What managers read: plain, short, every figure with what it means. */
export const managerEn = {
	product: 'Offpeak',
	titleOf: (page: string) => `${page} · Offpeak`,
	skip: 'Skip to content',
	nav: {
		label: 'Main',
		publicPages: 'Page for callers',
		signedIn: (email: string) => `Signed in as ${email}`,
		account: 'Your account',
		signOut: 'Sign out',
		language: 'Language',
		house: 'Administration',
		loading: 'Loading …'
	},
	share: {
		label: 'Hand this view on',
		link: 'Link to this view',
		copy: 'Copy link',
		copied: 'Copied. It opens for those who may see it.',
		failed: 'The browser did not let it be copied: copy the address of the link.'
	},
	sections: {
		ofQueue: 'Of this queue',
		queues: 'All queues',
		import: 'Import',
		rejects: 'Not read',
		alerts: 'Alerts',
		allAlerts: 'All alerts',
		health: 'Data health',
		people: 'People',
		keys: 'Keys',
		changes: 'Changes',
		privacy: 'Privacy',
		load: 'Load',
		waits: 'Waits',
		topics: 'Topics',
		trend: 'Trend',
		compare: 'Compare',
		calls: 'Calls',
		specialDays: 'Special days',
		annotations: 'Annotations',
		forecast: 'Forecast',
		staffing: 'Staffing',
		callers: 'Callers',
		embed: 'Embed',
		settings: 'Settings'
	},
	error: {
		title: 'Something went wrong',
		notFoundTitle: 'Not found',
		notFound: 'There is nothing at this address. The queue may have another name now.',
		refusedTitle: 'Not allowed',
		refused: 'You may not see this page.',
		other: 'The page could not be put together. Try again in a moment; the server log says more.',
		back: 'To all queues',
		home: 'To the start page',
		status: (status: number) => `Status ${status}`
	},
	overview: {
		none: 'There is no queue here for you yet.',
		title: 'Queues today',
		soFar: (time: string, zone: string) => `calls until ${time} (${zone})`,
		like: (low: string, high: string, median: string) =>
			`Days like today: ${low} to ${high}, median ${median}`,
		noLike: 'Too few days like today yet'
	},
	empty: {
		title: 'Send the first call',
		lead: 'Nothing has come in yet. Run this line in a terminal; a queue is created for it and shows up here at once.',
		curl: 'Command that sends one call',
		then: 'Then reload this page.',
		reload: 'Reload',
		keyNote: 'The line carries a key. Keep it to yourself; phone systems should get keys of their own.'
	},
	today: {
		/** What today is compared with: `the last 8 Mondays`. */
		lastDays,
		title: 'Today',
		begun: 'The day has only begun.',
		noneYet: (time: string) => `No calls by ${time}, as on other days like today.`,
		unknown: (count: string, time: string) =>
			`${calls(count)} by ${time}. There are too few days like today to compare with yet.`,
		usual: (count: string, time: string, like: LikeDays, low: string, high: string) =>
			`A usual day so far: ${calls(count)} by ${time}; ${lastDays(like)} had ${low} to ${high}.`,
		ratherAbove: (count: string, time: string, like: LikeDays, low: string, high: string) =>
			`A rather busy day so far: ${calls(count)} by ${time}; ${lastDays(like)} had ${low} to ${high}.`,
		ratherBelow: (count: string, time: string, like: LikeDays, low: string, high: string) =>
			`A rather quiet day so far: ${calls(count)} by ${time}; ${lastDays(like)} had ${low} to ${high}.`,
		above: (count: string, time: string, like: LikeDays, high: string, percent: string | null) =>
			`Busier than usual: ${calls(count)} by ${time}, more than any of ${lastDays(like)} (at most ${high}${percent ? `; ${percent} above their median` : ''}).`,
		below: (count: string, time: string, like: LikeDays, low: string, percent: string | null) =>
			`Quieter than usual: ${calls(count)} by ${time}, fewer than any of ${lastDays(like)} (at least ${low}${percent ? `; ${percent} below their median` : ''}).`,
		holiday: (name: string) => `Today is a public holiday: ${name}.`,
		holidayUnnamed: 'Today is a public holiday.',
		makeUp: (weekday: string) => `Today is a make-up workday that stands for a ${weekday}.`,
		monthEnd: 'It is the end of the month, which the days compared with need not be.',
		peakToCome: (range: string, median: string) =>
			`On days like today the most calls come at ${range}: a median of ${median}.`,
		peakSoFar: (range: string, count: string) => `The busiest hour so far was ${range} with ${calls(count)}.`,
		nothing: 'No calls yet today.',
		hour: 'Time',
		today: 'Today',
		soFar: 'so far',
		running: 'Still running',
		low: 'Least',
		median: 'Median of like days',
		high: 'Most',
		band: 'Least to most of like days',
		read: 'Read today’s bars',
		caption: 'Calls today and on days like today',
		step: 'By',
		steps: { hour: 'Hour', quarter: 'Quarter hour' }
	},
	peaks: {
		title: 'When it is busy',
		busiest: 'Busiest',
		quietest: 'Quietest',
		basis: 'Ordinary workdays; holidays, make-up workdays and month ends are set aside.',
		even: 'No part of the working week stands out.',
		window: (days: string, hours: string, load: string) => `${days} ${hours}: about ${calls(load)} an hour`,
		waits: (half: string, most: string) =>
			`half of the callers wait up to ${half}, nine in ten up to ${most}`,
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
		onlyThin: 'No hour was seen on three days yet.',
		tooFew: 'An hour is called busy or quiet once it was seen on three ordinary workdays.',
		note: (from: string, to: string, zone: string) => `${from} to ${to}, all days, ${zone}.`,
		hour: 'Hour',
		days: (days: string) => (days === '1' ? '1 day' : `${days} days`),
		cell: {
			title: (weekday: string, hours: string) => `${weekday}, ${hours}`,
			finding: (days: string, mean: string, least: string, leastDay: string, most: string, mostDay: string) =>
				`${calls(mean)} on average over ${days}: from ${least} on ${leastDay} to ${most} on ${mostDay}.`,
			one: (count: string, day: string) => `${calls(count)} on ${day}.`,
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
		none: 'nothing seen',
		caption: (measure: string) => `${measure} by weekday and hour, with the days behind each`
	},
	range: {
		title: 'Load and waits',
		form: 'Choose a range',
		from: 'First day',
		to: 'Last day',
		grain: 'By',
		grains: { quarter: 'Quarter hour', hour: 'Hour', day: 'Day', week: 'Week', month: 'Month' },
		show: 'Show',
		quick: 'Quick ranges',
		quickNames: {
			today: 'Today',
			week: '7 days',
			month: '28 days',
			thisMonth: 'This month',
			lastMonth: 'Last month',
			year: '12 months'
		},
		finding: (count: string, range: string, when: string, most: string) =>
			`${calls(count)} from ${range}; the most came ${when}: ${most}.`,
		findingDay: (count: string, day: string, when: string, most: string) =>
			`${calls(count)} on ${day}; the most came ${when}: ${most}.`,
		none: (range: string) => `No calls from ${range}.`,
		noneOn: (day: string) => `No calls on ${day}.`,
		days: (from: string, to: string) => `${from} to ${to}`,
		coarser: (grain: string) => `The range is long, so it is shown by ${grain.toLowerCase()}.`,
		weekOf: (day: string) => `week of ${day}`,
		interval: 'Time',
		offered: 'Offered',
		answered: 'Answered',
		abandoned: 'Abandoned',
		flowedOut: 'Flowed out',
		other: 'Other or waiting',
		closed: 'Closed',
		read: 'Read the bars',
		caption: 'Calls by time and how they ended',
		figures: 'Key figures of the range'
	},
	figures: {
		offered: ['Offered', 'Every call that entered the queue in this time'],
		answered: ['Answered', 'A person answered'],
		abandonment: ['Abandonment', 'Abandoned ÷ (answered + abandoned)'],
		flowedOut: ['Flowed out', 'Overflowed, timed out, called back or went to voicemail'],
		serviceLevel: ['Service level', ''],
		asa: ['Average speed of answer', 'Mean wait of answered calls'],
		p50: ['Median wait', 'Half of answered and abandoned callers waited no longer'],
		p90: ['90th percentile', 'Nine in ten answered and abandoned callers waited no longer'],
		longest: ['Longest wait', 'Of an answered call'],
		longestAbandoned: ['Longest before giving up', 'Of an abandoned call'],
		aht: ['Average handling time', '(talk + hold + wrap-up) ÷ answered calls that carry them']
	} satisfies Record<string, [name: string, meaning: string]>,
	waiting: 'Waiting now',
	target: (target: string) => `target ${target}`,
	formulas: {
		answered_only: 'answered only',
		credited: 'credited',
		strict: 'strict',
		late_abandons: 'late abandons',
		short_removed: 'short removed',
		short_credited: 'short credited'
	} satisfies Record<ServiceLevelFormula, string>,
	formula: (name: string, of: ServiceLevelFormula, threshold: number, short: number): string =>
		formula(name, threshold, short)[of],
	showTable: 'Show as table',
	readHint: 'Point at the chart, or move with the arrow keys, to read a value.'
};

export type ManagerTexts = typeof managerEn;
