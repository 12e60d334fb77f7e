import { callCount } from './callCount.en.ts';

/** Names of queues may have an "and" of their own. */
function listed(names: string[]): string {
	return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

/** What managers read about all queues together. */
export const overviewEn = {
	title: 'Queues today',
	/** The lead: which need somebody to look. */
	needNone: (count: number) =>
		count === 1 ? 'The queue runs as usual.' : `All ${count} queues run as usual.`,
	/** Of all, so many have no call today, nor on days like it. */
	needSome: (count: number, without: number) =>
		`${count === 1 ? '1 queue runs' : `${count} queues run`} as usual; ${without} had no calls today, nor on days like today.`,
	noCalls: 'No calls today, nor on days like today.',
	need: (names: string[], more: number) =>
		`${listed(more > 0 ? [...names, `${more} more`] : names)} ${names.length + more === 1 ? 'needs' : 'need'} attention.`,
	order:
		'First those that miss their target now, then those with more calls than usual, then those with fewer or that missed their target earlier, last all others by name. Among alike, those where it concerns the most calls come first.',
	asOf: (time: string) => `As of ${time}.`,
	attention: 'Needs attention',
	now: 'Now',
	waiting: (count: string) => `${count} waiting`,
	longest: (time: string) => `longest ${time}`,
	talking: (count: string) => `${count} talking`,
	nowUnknown: 'not known: records come later',
	silent: 'No record for longer than usual.',
	today: 'Today',
	until: (time: string) => `calls until ${time}`,
	untilZone: (time: string, zone: string) => `calls until ${time} (${zone})`,
	like: (low: string, high: string, median: string) => `like days ${low} to ${high}, median ${median}`,
	noLike: 'too few like days yet',
	spark: (finding: string) => `Calls by hour. ${finding}`,
	sparkKey: 'Calls by hour today, over the least and the most of days like it.',
	table: {
		title: 'In figures',
		caption: 'All queues today, with their calls by hour of the clock of each',
		queue: 'Queue',
		longest: 'Longest wait now',
		like: 'Median of like days by now'
	},
	serviceLevel: 'Service level',
	/** `strict, 20 s, target 80%` */
	formulaShort: (name: string, threshold: number, target: string) =>
		`${name}, ${threshold} s, target ${target}`,
	belowSince: (share: string, callers: string, since: string, threshold: number, target: string) =>
		`Below target since ${since}: ${share} of ${callers} callers served within ${threshold} s, where ${target} is the target.`,
	belowFrom: (share: string, callers: string, from: string, to: string, threshold: number, target: string) =>
		`Below target from ${from} to ${to}: ${share} of ${callers} callers served within ${threshold} s (target ${target}); better since.`,
	more: (since: string, count: string, like: string, low: string, high: string) =>
		`More than usual since ${since}: ${callCount(count)}, where ${like} had ${low} to ${high}.`,
	fewer: (since: string, count: string, like: string, low: string, high: string) =>
		`Fewer than usual since ${since}: ${callCount(count)}, where ${like} had ${low} to ${high}.`,
	abandonment: 'Gave up',
	median: 'Median wait',
	p90: 'Nine in ten up to',
	total: {
		all: (count: number) => (count === 1 ? 'So far today' : `Together: All ${count} queues`),
		chosen: (count: number) => (count === 1 ? 'Only 1 chosen queue' : `Together: ${count} chosen queues`),
		choose: (name: string) => `Count ${name} in the total`,
		show: 'Total of the chosen',
		clear: 'All queues',
		hint: 'Tick queues below to add up only these.',
		offered: 'Calls so far',
		answered: 'Answered',
		abandoned: 'Gave up',
		flowedOut: 'Flowed out',
		waiting: 'Waiting now',
		talking: 'Talking now',
		/** Under who waits and talks, where not all queues tell it. */
		presentOf: (known: number, all: number) =>
			known === 0
				? 'not known: records come later'
				: `of ${known} of ${all} queues; of the others it is not known`,
		mixed: 'each queue under its own formula and threshold',
		zones: 'Each queue’s own day, by the clock of its zone.'
	},
	formulas: 'How service levels are counted'
};

export type OverviewTexts = typeof overviewEn;
