/** What managers read about what callers are told. */
export const callersEn = {
	title: (queue: string) => `What callers of ${queue} are told`,
	now: 'Now',
	rail: 'In public steps, as on the website: never a count, and the same for a whole minute.',
	closed: 'The line is closed: callers are told when it opens.',
	nothing: 'Nothing about the wait: too few calls are known at this hour.',
	hidden: 'This line is not public, so nobody is told. It would be:',
	partOff: 'The wait now is switched off in public. It would be:',
	basis: {
		live: 'From who waits and who answers at this moment.',
		typical: 'From the same hour of the last 8 weeks.'
	},
	why: {
		late: 'Not from the line itself: its records come only after a call has ended, so who waits now is not known.',
		silent: 'Not from the line itself: no record has come for longer than there are no calls.',
		unknown: 'Not from the line itself: no call was recorded while it happened yet.',
		few_waits: 'Not from the line itself: too few callers have waited to learn from.',
		no_agents: 'Not from the line itself: nobody seems to be answering.'
	},
	record: 'How it held',
	recordRail:
		'Of the callers of a day, the share that waited no longer than “most under”. Four in five is what is promised; waits are rounded up, so more is usual. Who gave up sooner counts nowhere.',
	held: (most: string, half: string) =>
		`“Most under” held for ${most} in the last 28 days, “half under” for ${half}.`,
	heldUnknown: 'Too few callers were told anything in the last 28 days to say how it held.',
	/** Of the chart. */
	worst: (day: string, share: string) => `On the worst day, ${day}, “most under” held for ${share}.`,
	noDays: 'Nobody was told anything in these days.',
	shown: 'Callers see this figure too.',
	notYet: 'Callers do not see this figure yet: what they see of it is worked out once a day.',
	notShown: 'Callers do not see this figure; it can be switched on in the settings.',
	note: 'Outlined days were worked out later from what was known on the day; nobody was told on them.',
	chart: {
		caption: 'How “most under” held, by day',
		told: 'held',
		replayed: 'worked out later',
		promised: 'four in five',
		read: 'Read the days',
		day: 'Day',
		callers: 'Callers',
		most: '“Most under” held',
		half: '“Half under” held',
		live: 'Told from the line',
		how: 'How it is known',
		toldThen: 'told then'
	}
};

export type CallersTexts = typeof callersEn;
