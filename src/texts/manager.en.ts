import type { ServiceLevelFormula } from '#model/queue.ts';
import { callCount } from './callCount.en.ts';

const formula = (name: string, threshold: number, short: number): Record<ServiceLevelFormula, string> => ({
	answered_only: `${name}: answered within ${threshold} s ÷ answered`,
	credited: `${name}: (answered + abandoned within ${threshold} s) ÷ (answered + abandoned)`,
	strict: `${name}: answered within ${threshold} s ÷ (answered + abandoned)`,
	late_abandons: `${name}: answered within ${threshold} s ÷ (answered + abandoned, without those who left within ${threshold} s)`,
	short_removed: `${name}: answered within ${threshold} s ÷ (answered + abandoned, without those who left within ${short} s)`,
	short_credited: `${name}: (answered within ${threshold} s + abandoned within ${short} s) ÷ (answered + abandoned)`
});

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
			`${callCount(count)} from ${range}; the most came ${when}: ${most}.`,
		findingDay: (count: string, day: string, when: string, most: string) =>
			`${callCount(count)} on ${day}; the most came ${when}: ${most}.`,
		none: (range: string) => `No calls from ${range}.`,
		noneOn: (day: string) => `No calls on ${day}.`,
		latest: (day: string) => `The latest call is of ${day}.`,
		showLatest: 'Show that day',
		days: (from: string, to: string) => `${from} to ${to}`,
		since: (day: string) => `Records begin on ${day}; the time before was not recorded.`,
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
