import { plural } from './plural.en.ts';

const blindLine = 'cannot be measured: this queue’s records do not arrive while calls are still going on';

/** Alerts: rules, what fired, who was told. */
export const alertsEn = {
	titleOf: (name: string) => `Alerts of ${name}`,
	houseTitle: 'All alerts',
	lead: {
		firing: (count: string, first: string) =>
			`${plural(count, 'One alert is', `${count} alerts are`)} firing: ${first}`,
		calm: (rules: string) =>
			`Nothing is firing. ${plural(rules, 'One rule watches', `${rules} rules watch`)} this queue.`,
		none: 'No rule watches this queue yet.',
		houseCalm: (rules: string) =>
			`Nothing is firing. ${plural(rules, 'One rule watches', `${rules} rules watch`)} your queues.`,
		houseNone: 'No rule watches your queues yet.'
	},
	intro:
		'Each rule is checked every ten seconds. It fires when it has held for its hold time without a break, and resolves when ' +
		'it has been over for as long. Everybody who is ticked gets one message when it fires, and one when it is over.',
	houseIntro: 'Rules are made on the page of each queue.',
	holdOf: (hold: string) => `for ${hold}`,
	atOnce: 'at once',
	quietOf: {
		never: 'at any hour',
		closed: 'quiet while closed',
		range: (from: string, to: string) => `quiet ${from}–${to}`
	},
	state: {
		clear: 'watching',
		blind: {
			longest_wait: blindLine,
			waiting: blindLine,
			service_level: 'cannot be measured now',
			abandonment: 'cannot be measured now',
			load: 'cannot be measured: there are no like days yet, or no records of the last hour',
			no_records: 'cannot be measured now'
		},
		pending: (time: string, fires: string) => `holds since ${time}, fires at ${fires}`,
		firing: (time: string) => `firing since ${time}`,
		clearing: (time: string, ends: string) => `over since ${time}, resolves at ${ends}`,
		lost: (time: string) => `cannot be measured since ${time}`
	},
	fired30: (count: string) =>
		count === '0' ? 'did not fire in 30 days' : `fired ${plural(count, 'once', `${count} times`)} in 30 days`,
	silencedUntil: (when: string, by: string) => `silenced until ${when} by ${by}`,
	silencedForEver: (by: string) => `silenced for ever by ${by}`,
	now: {
		title: 'Firing now',
		since: (rule: string, fired: string, began: string) =>
			fired === began ? `${rule}. Since ${fired}.` : `${rule}. Since ${fired}; it began ${began}.`,
		worst: (reading: string) => `At its worst: ${reading}`,
		untold: 'Nobody has been told.',
		untoldQuiet: (when: string) => `Nobody is told before ${when}: quiet hours.`,
		untoldSilent: 'Nobody is told: it is silenced.',
		untoldNobody: 'Nobody is ticked who could be told.'
	},
	rules: {
		title: 'Rules',
		count: (count: string) => (count === '0' ? 'no rule' : `${count} ${plural(count, 'rule', 'rules')}`),
		none: 'There is no rule yet. Begin with one for the longest wait: it catches most of what goes wrong.',
		tells: (addresses: string) => `tells ${addresses}`,
		tellsNobody: 'tells nobody',
		change: 'Change',
		changeNamed: (rule: string) => `Change: ${rule}`,
		remove: 'Delete',
		removeNamed: (rule: string) => `Delete: ${rule}`,
		try: 'Try it',
		tryNamed: (rule: string) => `Try it: ${rule}`,
		deleted: (rule: string) => `The rule “${rule}” was deleted.`,
		undo: 'Undo'
	},
	silence: {
		open: 'Silence',
		openNamed: (rule: string) => `Silence: ${rule}`,
		howLong: 'For how long',
		lengths: { '1h': '1 hour', '8h': '8 hours', '24h': '24 hours', '7d': '7 days', ever: 'for ever' },
		until: 'or until',
		do: 'Silence',
		undo: 'End the silence',
		undoNamed: (rule: string) => `End the silence: ${rule}`
	},
	form: {
		addTitle: 'New rule',
		editTitle: 'Change a rule',
		choose: 'What should be watched?',
		kinds: {
			longest_wait: 'Longest wait',
			waiting: 'Callers waiting',
			service_level: 'Service level',
			abandonment: 'Callers who give up',
			load: 'Load far from expected',
			no_records: 'No records from a source'
		},
		explain: {
			longest_wait: 'Of the callers waiting now. Needs records that arrive while calls are still going on.',
			waiting: 'How many callers are waiting now. Needs records that arrive while calls are still going on.',
			service_level: 'By the queue’s own formula, over the last quarter hours and the current one.',
			abandonment: 'Of callers answered or gone, over the last quarter hours and the current one.',
			load: 'The last full hour against the forecast, or against like days where there is none. What chance explains does not count.',
			no_records: 'From one system that sends calls. Counted only while the queue is open.'
		},
		limits: {
			longest_wait: 'Limit (minutes)',
			waiting: 'Limit (callers)',
			service_level: 'Below (%)',
			abandonment: 'Above (%)',
			load: 'Away from expected by (%)',
			no_records: 'Minutes without records'
		},
		window: 'Over',
		minCalls: {
			service_level: 'Only from this many calls on',
			abandonment: 'Only from this many calls on',
			load: 'And by at least this many calls'
		},
		direction: 'Which way',
		directions: { either: 'more or fewer', above: 'more', below: 'fewer' },
		source: 'Source',
		noSource: 'Nothing has come from any source yet.',
		hold: 'Must hold for (minutes)',
		holdHint: '0 fires at once. It resolves after being over for as long.',
		quiet: 'Quiet hours',
		quietNever: 'none',
		quietClosed: 'while the queue is closed',
		quietRange: 'every day from … to',
		quietFrom: 'from',
		quietTo: 'to',
		quietHint: (zone: string) =>
			`By the queue’s clock (${zone}). Whatever is still firing when they end is told then.`,
		targets: 'Who is told',
		noTargets: 'Nobody yet: add an address below. The rule is watched and kept on record all the same.',
		save: 'Save',
		cancel: 'Leave it as it is',
		other: 'Choose something else'
	},
	targets: {
		title: 'Who can be told',
		none: 'Nobody yet.',
		kinds: { webhook: 'Webhook', email: 'E-mail' },
		addEmail: 'Add an e-mail address',
		addWebhook: 'Add a webhook',
		email: 'E-mail address',
		address: 'Address (https)',
		lang: 'Language',
		langs: { en: 'English', zh: 'Chinese' },
		add: 'Add',
		remove: 'Remove',
		removeNamed: (address: string) => `Remove: ${address}`,
		deleted: (address: string) => `${address} was removed.`,
		try: 'Try it',
		tryNamed: (address: string) => `Try it: ${address}`,
		renew: 'New secret',
		renewNamed: (address: string) => `New secret: ${address}`,
		noMail: 'No mail server is set (SMTP_URL), so no e-mail can be sent.',
		secret: (address: string) => `The secret that signs what is sent to ${address}:`,
		secretOnce: 'It is shown once. A receiver checks each message with it, as docs/alerts.md says.'
	},
	history: {
		title: 'What fired',
		none: 'Nothing has fired yet.',
		caption: 'What fired, the latest first',
		rule: 'Rule',
		queue: 'Queue',
		fired: 'Fired',
		over: 'Over',
		lasted: 'Lasted',
		worst: 'At its worst',
		told: 'Told',
		toldCount: (sent: string, all: string) => `${sent} of ${all}`,
		nobody: 'nobody',
		still: 'still firing',
		ends: { resolved: '', unknown: 'could not be measured any more', removed: 'the rule was deleted' },
		older: 'Older ones',
		latest: 'To the latest'
	},
	delivery: {
		events: { firing: 'fired', resolved: 'over', test: 'test' },
		sent: (when: string) => `sent ${when}`,
		waiting: (when: string) => `to be sent at ${when}`,
		again: (tries: string, error: string, when: string) =>
			`failed ${plural(tries, 'once', `${tries} times`)} (${error}); again at ${when}`,
		gaveUp: (tries: string, error: string) =>
			`given up after ${tries} ${plural(tries, 'try', 'tries')} (${error})`
	},
	tried: {
		title: 'The test',
		sent: (address: string) => `${address}: taken.`,
		failed: (address: string, error: string) => `${address}: ${error}.`,
		nobody: 'Nobody is ticked, so nothing was sent.'
	},
	done: {
		saved: 'Saved. It is checked within ten seconds.',
		removed: 'Deleted.',
		undone: 'Restored.',
		silenced: 'Silenced. It is still watched and kept on record.',
		unsilenced: 'The silence has ended.',
		added: 'Added.',
		targetRemoved: 'Removed.'
	},
	problems: {
		kind: 'Choose what should be watched.',
		limit: 'The limit is out of range.',
		window_seconds: 'Choose over how long.',
		min_calls: 'The number of calls must be a whole number, 1 or more.',
		direction: 'Choose which way.',
		source: 'Choose a source.',
		hold_seconds: 'The hold time is at most 24 hours.',
		quiet: 'Quiet hours need two different times of day.',
		targets: 'One of the ticked addresses is no longer there.',
		gone: 'It is not there any more.',
		address: 'Messages cannot be sent to this address.',
		private_address: 'This address leads into a private network, which the settings do not allow.',
		not_https: 'The address must begin with https://, so that nobody on the way can read the figures.',
		too_many: 'A queue has at most 50 rules and 20 addresses.',
		too_often: 'Too many tests within a minute. Try again soon.',
		until: 'Choose a time in the future.'
	},
	banner: {
		title: 'Firing now',
		see: 'See alerts'
	}
};

export type AlertsTexts = typeof alertsEn;
