import { callCount } from './callCount.en.ts';

/** What managers read about why people call. */
export const topicsEn = {
	title: (queue: string) => `Why people call ${queue}`,
	none: (range: string) => `No calls ${range}.`,
	noTopics: (range: string) =>
		`The sources sent no topics with the calls ${range}, so nothing can be told apart.`,
	most: (topic: string, count: string, share: string, range: string) =>
		`Most call about ${topic}: ${callCount(count)} ${range}, ${share} of all.`,
	longest: (topic: string, wait: string) => `They wait longest about ${topic}: nine in ten up to ${wait}.`,
	again: (topic: string, share: string, all: string) =>
		`Most often somebody calls again about ${topic}: ${share} of these calls come from a number that had called in the 24 hours before; of all calls it is ${all}.`,
	againAll: (share: string) =>
		`${share} of the calls come from a number that had called in the 24 hours before.`,
	noNumbers: 'Who calls again is not known: the sources send no numbers.',
	section: 'By topic',
	without: 'without a topic',
	answered: 'Answered',
	abandoned: 'Abandoned',
	other: 'Other or waiting',
	calls: callCount,
	note: 'Topics as the sources name them; those of the call guide by their names there.',
	columns: {
		topic: 'Topic',
		offered: 'Offered',
		share: 'Share',
		p50: 'Median wait',
		p90: '90th percentile',
		abandonment: 'Abandonment',
		level: 'Service level',
		aht: 'Handling time',
		again: 'Called again'
	},
	all: 'All',
	meaning:
		'Called again: by a number seen in this queue in the 24 hours before, of the calls whose number was sent. Numbers are kept as keyed hashes only.',
	caption: 'Calls and waits by topic',
	toCalls: 'Look at the calls',
	callsOf: (topic: string) => `Calls about ${topic}`
};

export type TopicsTexts = typeof topicsEn;
