/** The page of a queue's settings. */
export const settingsEn = {
	title: (name: string) => `Settings: ${name}`,
	leadPublic: 'Callers see this line. What you save shows to them at once.',
	leadPrivate: 'Callers do not see this line yet: tick "Shown to callers" and save.',
	readOnly: 'You may look, but not change: your role is viewer.',
	save: 'Save',
	saved: 'Saved. It holds from now on.',
	created: 'The queue is made. Set its hours, then show it to callers when you are ready.',
	notSaved: (count: number) =>
		count === 1
			? 'Not saved: one field needs another look.'
			: `Not saved: ${count} fields need another look.`,
	add: 'Add',
	addTo: { hours: 'Add hours', channels: 'Add a channel', topics: 'Add a topic' },
	remove: 'Remove',
	removeOf: (what: string) => `Remove: ${what}`,
	zh: 'Chinese',
	en: 'English',
	sameAsChinese: 'empty: as in Chinese',
	basics: {
		title: 'The line',
		name: 'Name',
		zone: 'Time zone',
		zoneHint:
			'An IANA name. Days and weeks follow it; with another zone all days are counted anew, which can take a while.',
		country: 'Country or region',
		countryHint: 'Two letters (ISO 3166-1), for public holidays and for whom callers can turn to.',
		subdivision: 'Region',
		subdivisionHint: 'ISO 3166-2 after the country, such as GD or BY; may stay empty.'
	},
	hours: {
		title: 'Service hours',
		hint: 'By the clock of the time zone. Empty: closed. An end before its start is in the next morning; midnight is 24:00.',
		from: 'from',
		to: 'to',
		holiday: 'Holidays',
		copy: 'Monday’s hours for Tuesday to Friday too',
		special: 'Single days that are different:',
		specialLink: 'Special days'
	},
	level: {
		title: 'Service level',
		threshold: 'Answered within, in seconds',
		target: 'Target, in percent',
		formula: 'Formula',
		short: 'Short abandon, in seconds',
		shortHint: 'Who hangs up within this time is left out or credited by two of the formulas.',
		monthEnd: 'Days that count as month end',
		monthEndHint: 'The last so many days of each month; 0: none.',
		retention: 'Days for which single calls are kept',
		retentionHint:
			'Empty: as long as those of all queues. Older calls are then deleted and no longer taken; figures stay.'
	},
	shown: {
		title: 'Shown to callers',
		enabled: 'Shown to callers',
		enabledHint:
			'Off: the front page, the guide, the widget and the API say that waiting times are not shown.',
		parts: 'Of that',
		now: 'how long the wait is now',
		week: 'the week by the hour',
		accuracy: 'how right the answers were',
		minCalls: 'Calls behind an hour, at least',
		minCallsHint: 'Nothing is said about hours with fewer. 10 or more.',
		origins: 'Sites that may embed the widget',
		originsHint: 'One origin a line, such as https://www.example.com. Empty: any site.'
	},
	phone: {
		title: 'The number',
		number: 'Phone number',
		label: 'Beside it',
		verified: 'Checked on',
		verifiedHint: 'Callers see this date. Call the number yourself before you enter it.'
	},
	channels: {
		title: 'Other channels',
		kind: 'Kind',
		label: 'Name',
		url: 'Address',
		urlHint: 'https://, mailto: or tel:'
	},
	topics: {
		title: 'Topics',
		hint: 'What callers call about. The front page asks them, the guide tells them what to have ready.',
		name: 'Name',
		slug: 'Code in addresses',
		slugHint: 'Small letters, digits, hyphens; empty: made from the name.',
		urgent: 'Urgent: call at once, never wait for a quiet hour',
		prepare: 'Have ready, one a line',
		prepareHint: 'Empty: the general list.'
	},
	guide: {
		title: 'Texts of the guide',
		hint: 'Empty fields keep the default, which is shown in grey. Lists are one item a line.',
		names: {
			fraud_warning: 'Warning against fraud',
			number_check: 'How to check the number',
			prepare: 'Have ready',
			explain: 'How to explain it',
			urgent: 'Urgent: what to do first',
			freeze_url: 'Urgent: address where the account is frozen',
			no_channels: 'Where there is no other channel',
			unsolved: 'If it stays unsolved, in order',
			authorities: 'Whom to turn to outside'
		}
	},
	preview: {
		title: 'As callers see it',
		show: 'Show preview',
		note: 'Not saved yet: only you see this.',
		off: 'Callers do not see this line now. Switched on, it would be this.',
		wrong: 'The preview needs these fields to be right:',
		frame: 'Preview of the call guide',
		language: 'In',
		topic: 'Topic'
	},
	create: {
		link: 'New queue',
		title: 'New queue',
		lead: 'Calls make their queue by themselves. Make one here to set it up before the first call.',
		slug: 'Name in addresses and calls',
		slugHint: 'Small letters, digits and hyphens, such as payments. It cannot be changed later.',
		slugWrong: '1 to 64 small letters, digits and hyphens; not "all".',
		slugTaken: 'There is such a queue already.',
		make: 'Make it'
	}
};

export type SettingsTexts = typeof settingsEn;
