import type { OutboundFault } from './alertMessages.ts';
import { callCount } from './callCount.en.ts';
import { plural } from './plural.en.ts';

/** Rules and what they measure as sentences, on pages and in messages, and how messages fared. */
export const alertMessagesEn = {
	rule: {
		longestWait: (limit: string) => `Somebody waits ${limit} or longer`,
		waiting: (limit: string) => (limit === '1' ? 'Somebody waits' : `${limit} or more callers wait`),
		serviceLevel: (limit: string, window: string) => `Service level below ${limit} over ${window}`,
		abandonment: (limit: string, window: string) => `More than ${limit} of callers give up over ${window}`,
		load: {
			above: (limit: string) => `At least ${limit} more calls than expected in an hour`,
			below: (limit: string) => `At least ${limit} fewer calls than expected in an hour`,
			either: (limit: string) => `Calls of an hour at least ${limit} away from what was expected`
		},
		noRecords: (source: string, limit: string) =>
			`No records from ${source} for ${limit} while the queue is open`
	},
	reading: {
		unknown: 'It cannot be measured now.',
		longestWait: (value: string, limit: string) => `Somebody waits for ${value}; the limit is ${limit}.`,
		waiting: (value: string, limit: string) =>
			`${value} ${plural(value, 'caller waits', 'callers wait')}; the limit is ${limit}.`,
		serviceLevel: (value: string, calls: string, span: string, limit: string) =>
			`Service level ${value} of ${callCount(calls)}, ${span}; the limit is ${limit}.`,
		abandonment: (value: string, calls: string, span: string, limit: string) =>
			`${value} of ${calls} ${plural(calls, 'caller', 'callers')} gave up, ${span}; the limit is ${limit}.`,
		load: (calls: string, span: string, expected: string, low: string, high: string) =>
			`${callCount(calls)} came ${span}; ${expected} were expected (${low} to ${high}).`,
		noRecords: (source: string, value: string, limit: string) =>
			`Nothing has come from ${source} for ${value}; the limit is ${limit}.`
	},
	mail: {
		firing: (queue: string, reading: string) => `[Firing] ${queue}: ${reading}`,
		resolved: (queue: string, rule: string) => `[Over] ${queue}: ${rule}`,
		test: (queue: string, rule: string) => `[Test] ${queue}: ${rule}`,
		rule: 'Rule',
		since: 'Since',
		over: 'Over',
		lasted: 'Lasted',
		worst: 'At its worst',
		testWords: 'This is a test: nothing has happened. Messages of this rule will arrive like this one.',
		unknownWords: 'It could not be measured any more.',
		removedWords: 'The rule was deleted.',
		see: 'See and silence it here'
	},
	faults: {
		bad_address: 'the address cannot be asked',
		private_address: 'the address leads into a private network, which the settings do not allow',
		no_such_host: 'there is no such host',
		unreachable: 'no connection',
		bad_certificate: 'its certificate is not valid',
		timeout: 'no answer in time',
		too_large: 'its answer was too long',
		too_many_redirects: 'it redirects, which is not followed',
		no_mail_server: 'no mail server is set (SMTP_URL)',
		removed: 'the address was removed'
	} satisfies Record<OutboundFault, string>,
	status: (code: string) => `it answered ${code}`,
	refusedMail: (words: string) => `the mail server says: ${words}`
};

export type AlertMessages = typeof alertMessagesEn;
