import type { Outcome } from '#model/call.ts';
import { callCount } from './callCount.en.ts';

/** What managers read about single calls. */
export const callsEn = {
	title: (queue: string) => `Calls of ${queue}`,
	finding: (count: string, range: string, parts: string[]) =>
		`${callCount(count)} ${range}: ${parts.join(', ')}.`,
	findingMore: (count: string, range: string) =>
		`More than ${callCount(count)} ${range} fit; these are the latest.`,
	findingNext: (count: string, until: string) => `The next ${callCount(count)}, from ${until} back.`,
	none: (range: string) => `No call ${range} fits.`,
	tooMany: 'Few of very many calls fit. Choose a shorter range.',
	range: (from: string, to: string) => `from ${from} to ${to}`,
	oneDay: (day: string) => `on ${day}`,
	count: (count: string, outcome: string) => `${count} ${outcome}`,
	longest: (wait: string) => `the longest wait ${wait}`,
	kept: (days: string) => `Single calls are kept for ${days} days; their sums stay.`,
	form: 'Choose calls',
	from: 'From',
	to: 'Until',
	outcome: 'How it ended',
	anyOutcome: 'Any',
	outcomes: {
		waiting: 'waiting',
		answered: 'answered',
		abandoned: 'abandoned',
		overflowed: 'overflowed',
		timed_out: 'timed out',
		callback: 'callback',
		voicemail: 'voicemail',
		rejected: 'rejected',
		lost: 'lost'
	} satisfies Record<Outcome, string>,
	leastWait: 'Waited at least (s)',
	mostWait: 'Waited at most (s)',
	agent: 'Agent',
	topic: 'Topic',
	anyTopic: 'Any',
	show: 'Show',
	clear: 'Clear the filter',
	wrong: 'Not understood, so left out:',
	list: 'Calls',
	caption: 'Calls, the latest first',
	columns: {
		time: 'Came in',
		outcome: 'How it ended',
		wait: 'Wait',
		agent: 'Agent',
		topic: 'Topic',
		talk: 'Talk',
		hold: 'Hold',
		wrap: 'Wrap-up',
		repeat: 'Called again',
		id: 'Id'
	},
	repeat: { yes: 'yes', no: 'no' },
	repeatMeaning: 'Called again: the same number called this queue in the 24 hours before.',
	filterBy: (what: string) => `Only ${what}`,
	next: 'Earlier calls',
	latest: 'Back to the latest',
	pages: 'Pages',
	csv: 'All of these as CSV',
	privacy: 'Numbers of callers are never stored, only a keyed hash that tells who calls again.'
};

export type CallsTexts = typeof callsEn;
