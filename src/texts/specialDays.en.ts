/** Special days: what they bring, and the calendar that managers keep. */
export const specialDaysEn = {
	titleOf: (name: string) => `Special days of ${name}`,
	kinds: {
		holiday: 'Holiday',
		weekend_holiday: 'Holiday on a weekend',
		make_up_workday: 'Make-up workday',
		before_holiday: 'Last workday before a holiday',
		after_holiday: 'First workday after a holiday',
		bridge: 'Bridge day',
		month_end: 'Month end',
		first_business_day: 'First business day',
		last_business_day: 'Last business day',
		weekend: 'Weekend',
		ordinary: 'Ordinary day',
		payday: 'Payday',
		campaign: 'Campaign'
	},
	/** What begins a sentence about all days of a kind. */
	subjects: {
		holiday: 'A holiday',
		weekend_holiday: 'A holiday on a weekend',
		make_up_workday: 'A make-up workday',
		before_holiday: 'The last workday before a holiday',
		after_holiday: 'The first workday after a holiday',
		bridge: 'A bridge day',
		month_end: 'The month end',
		first_business_day: 'The first business day',
		last_business_day: 'The last business day',
		weekend: 'A day of the weekend'
	},
	subjectOf: (name: string) => `“${name}”`,
	days: (count: string, one: boolean) => (one ? '1 day' : `${count} days`),
	interval: (low: string, high: string) => `${low}–${high}`,
	brings: (what: string, factor: string, interval: string, days: string) =>
		`${what} brings ${factor} times the calls (${interval}, ${days}).`,
	unclear: (what: string, factor: string, interval: string, days: string) =>
		`${what}: no clear difference yet – ${factor} times (${interval}, ${days}).`,
	longer: (usual: string, becomes: string) => `The median wait then is ${becomes} instead of ${usual}.`,
	leave: (usual: string, becomes: string) => `${becomes} of callers hang up instead of ${usual}.`,
	finding: {
		most: (what: string, factor: string) =>
			`${what} is busiest: ${factor} times the calls of an ordinary day.`,
		least: (what: string, factor: string) => `${what} is quietest: ${factor} times.`,
		none: 'No kind of special day differs clearly from ordinary days so far.',
		tooFew: 'There are too few ordinary days yet to compare special days with.'
	},
	next: (day: string, kind: string, factor: string, interval: string) =>
		`Next: ${day}, ${kind} – about ${factor} times an ordinary day (${interval}).`,
	nextOnly: (day: string, kind: string) => `Next: ${day}, ${kind}.`,
	year: {
		title: 'The year',
		choose: 'Year',
		finding: (year: string, most: string, mostFactor: string, least: string, leastFactor: string) =>
			`In ${year} the most over an ordinary day came on ${most} (${mostFactor} times), the least on ${least} (${leastFactor}).`,
		plain: (year: string) => `Special days of ${year}`,
		note: 'Each bar is a day against a like ordinary day around it: up is more calls, down is fewer. Weekends are set against workdays.',
		unpublished: (year: string) =>
			`The schedule of ${year} is not yet published: only the days that the law grants are shown, as estimated, and no make-up workdays.`,
		unknown: (year: string) => `No holidays are known for ${year}.`,
		legend: {
			special: 'special day',
			ordinary: 'other day',
			coming: 'foretold',
			holiday: 'holiday',
			makeUp: 'make-up workday'
		},
		scale: 'Half, the same, double',
		caption: (year: string) => `Special days of ${year}`,
		none: 'No special days are known in this year.'
	},
	columns: {
		date: 'Day',
		what: 'What it is',
		calls: 'Calls',
		expected: 'Expected of an ordinary day',
		factor: 'Times',
		interval: '80% interval',
		range: 'Range',
		wait: 'Median wait',
		abandonment: 'Abandoned',
		days: 'Days',
		kind: 'Kind'
	},
	instead: (value: string, usual: string) => `${value} (ordinary ${usual})`,
	closed: 'closed',
	estimated: 'estimated',
	foretold: 'foretold',
	kindsTitle: 'By kind',
	kindsLead:
		'How many times the calls of a like ordinary day each kind brings by itself. In brackets: the range that chance allows for, and how many days are behind it.',
	kindsNote: (fewest: string, variation: string) =>
		`A kind counts as different when there are ${fewest} days of it or more and the range leaves out 1: chance alone would bring that about for any of the kinds on at most one line in a hundred. ${variation}`.trim(),
	variation: (percent: string) => `Ordinary days themselves vary by about ${percent}.`,
	showTable: 'Show as table',
	kindsTable: 'Kinds of days',
	waitsNote: 'Beside it: the median wait and the share who hang up, and what they are on ordinary days.',
	calendar: {
		link: 'Change the calendar',
		title: 'Calendar',
		titleOf: (name: string) => `Calendar of ${name}`,
		back: 'Back to special days',
		lead: 'Holidays and make-up workdays come with Offpeak. What you say here goes before that, and shows everywhere at once: in the opening hours, the call guide, the forecast and these figures.',
		known: (first: string, last: string) => `Published and known: ${first} to ${last}.`,
		nothingKnown: 'No holidays of this country are known. Add or import them here.',
		notYet: (year: string) =>
			`${year} is not yet published. Until it is, the days that the law grants are estimated.`,
		updated:
			'To take over a newer schedule: update Offpeak, or run “npm run offpeak -- holidays”, or import a file.',
		form: 'Add or change a day',
		date: 'Date',
		until: 'Until (for several days)',
		kind: 'What it is',
		ownKind: 'Another kind (in Latin letters)',
		ownKindHint: 'For example: payday. Leave it empty to take the choice above.',
		nameZh: 'Name in Chinese',
		nameEn: 'Name in English',
		standsFor: 'A make-up workday stands for',
		nearest: 'the nearest weekday',
		scope: 'Holds for',
		scopes: {
			queue: 'this queue only',
			country: (country: string) => `all queues in ${country}`,
			all: 'all queues'
		},
		kindHints: {
			holiday: 'Holiday or closed day (opening hours of holidays)',
			make_up_workday: 'Make-up workday',
			ordinary: 'Ordinary day after all'
		},
		save: 'Save',
		ownTitle: 'Said here',
		ownNone: 'Nothing yet: the calendar is as it came.',
		remove: 'Remove',
		removeNamed: (day: string) => `Remove ${day}`,
		undo: 'Undo',
		lastChange: (who: string, when: string) => `Last change by ${who}, ${when}:`,
		added: (count: string) => `${count} added`,
		removed: (count: string) => `${count} removed`,
		undone: 'The last change was undone.',
		saved: 'Saved.',
		wasRemoved: 'Removed: what came with Offpeak holds again.',
		import: 'Import a file',
		importLead:
			'CSV with the columns date, kind, name_zh, name_en and, if you like, until and stands_for; or a calendar file (.ics), whose days become holidays, or make-up workdays where they are called so (补班, 上班, workday).',
		file: 'File (.csv or .ics)',
		whole: 'It is the whole published schedule of its years',
		doImport: 'Import',
		imported: (days: string, left: string) => `${days} imported. ${left}`.trim(),
		notRead: (count: string) => `Not read: ${count}`,
		line: (line: string, problem: string) => `Line ${line}: ${problem}`,
		source: 'From',
		sources: {
			'chinese-days': 'State Council',
			'date-holidays': 'date-holidays',
			law: 'the law'
		}
	},
	problems: {
		date: 'The date is not one of the calendar.',
		until: 'The last day must not be before the first, nor more than 62 days after it.',
		kind: 'The kind must be in small Latin letters, digits and underscores, and begin with a letter.',
		standsFor: 'The weekday must be from 1 (Monday) to 7.',
		file: 'Choose a file of at most 1 MB.',
		unreadable: 'The file is neither CSV with a header row nor a calendar file.',
		empty: 'There is no day in the file.',
		tooMany: 'The file has more than 2000 days.',
		notAllowed: 'Your role may look at the calendar, not change it.'
	}
};

export type SpecialDaysTexts = typeof specialDaysEn;
