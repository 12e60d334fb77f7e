/** What managers mark in a queue's time, on its page and on every chart. */
export const annotationsEn = {
	titleOf: (name: string) => `Annotations of ${name}`,
	none: 'Nothing is marked yet.',
	count: (all: string, isOne: boolean, leftOut: string) =>
		isOne
			? `One stretch of time is marked${leftOut === '0' ? '' : ' and left out of what is usual'}.`
			: `${all} stretches of time are marked, ${leftOut === '0' ? 'none' : leftOut} of them left out of what is usual.`,
	intro:
		'Mark what explains the figures: an outage, a campaign, a line that moved. It shows on every chart of that time. ' +
		'Nothing that was counted changes by it. Where you leave it out, these hours are no example of what is usual: typical days, ' +
		'peaks, effects of special days, waits shown to callers and forecasts are learned without them.',
	add: 'Mark a stretch of time',
	edit: 'Change what is marked',
	from: 'From',
	to: 'To',
	zone: (zone: string) => `By the clock of the queue: ${zone}`,
	text: 'What happened',
	textHint: 'In a few words, such as “App outage”.',
	scope: 'Holds for',
	scopes: { queue: 'this queue', all: 'all queues' },
	leaveOut: 'Leave it out of what is usual',
	leaveOutHint: 'Every hour that it touches is left out.',
	save: 'Save',
	cancel: 'Leave it as it is',
	list: 'Marked so far',
	columns: { when: 'When', what: 'What happened', usual: 'For what is usual', who: 'By', act: 'Change' },
	leftOut: 'left out',
	counts: 'counts',
	ofAll: 'all queues',
	change: 'Change',
	changeNamed: (what: string) => `Change: ${what}`,
	remove: 'Delete',
	removeNamed: (what: string) => `Delete: ${what}`,
	saved: 'Saved. Forecasts are made anew within a minute.',
	removed: 'Deleted.',
	undone: 'Restored.',
	deleted: (what: string, when: string) => `“${what}” was deleted on ${when}.`,
	undo: 'Undo',
	problems: {
		from: 'From is not a date and time.',
		to: 'To is not a date and time.',
		order: 'It must end after it begins.',
		tooLong: 'A stretch of time lasts a year at most.',
		text: 'Say in up to 200 characters what happened.',
		gone: 'It is not there any more.'
	},
	/** Where there is no axis of time; `earlier`: so many are not named. */
	within: (notes: string[], earlier: string | null) =>
		`In this time: ${notes.join('; ')}${earlier === null ? '' : `; and ${earlier} earlier`}.`,
	chart: {
		title: 'Marked',
		column: 'Marked',
		note: (when: string, text: string) => `${when}: ${text}`,
		leftOut: 'left out of what is usual'
	}
};

export type AnnotationsTexts = typeof annotationsEn;
