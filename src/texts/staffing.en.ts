const counted = (count: string, one: string, more: string) => `${count} ${count === '1' ? one : more}`;
const people = (count: string) => (count === '1' ? '1 person' : `${count} people`);

/** What managers read about how many people a day takes. */
export const staffingEn = {
	title: (queue: string) => `Staffing of ${queue}`,
	/** What is expected of the day, and how many people it takes. */
	finding: (day: string, { calls, peak, at, hours }: FindingParts) =>
		`${day}: ${calls} calls take up to ${people(peak)} at once, ${at}, and ${hours} hours of work in whole shifts.`,
	nobody: (day: string) => `${day}: no calls are expected, so nobody is needed.`,
	unknown: (day: string) =>
		`${day}: nothing is known of the calls to come. A forecast needs a few days of calls first.`,
	planFits: (hours: string) => `${hours} hours are planned, and no time of the day has too few.`,
	planShort: (hours: string, when: string, most: string) =>
		`${hours} hours are planned; there are too few ${when}, at most ${people(most)} missing.`,
	at: (range: string) => `at ${range}`,
	and: ', ',
	more: (count: string) => `and ${count} more times`,
	chart: {
		title: 'The day',
		caption: 'The day, slot by slot',
		needed: 'needed on the plan',
		shifts: 'in whole shifts',
		planned: 'planned',
		closed: 'closed',
		slot: 'Time',
		calls: 'Calls',
		agents: 'Taking calls',
		required: 'Needed on the plan',
		scheduled: 'In whole shifts',
		plannedColumn: 'Planned',
		spare: 'Spare',
		level: 'In time',
		levelPlanned: 'In time as planned',
		occupancy: 'Busy',
		read: 'Read a time of the day',
		note: 'On the plan are more than those who take calls, by the shrinkage: breaks, training, illness.'
	},
	week: {
		title: 'Next days',
		day: 'Day',
		hours: 'Hours needed',
		planned: 'Hours planned',
		short: 'Too few',
		shortFor: (hours: string) => `${hours} h`,
		fits: 'no',
		choose: 'Another day',
		show: 'Show',
		note: 'With the same settings as the day above.'
	},
	basis: {
		forecast: 'Calls are those of the forecast.',
		actual: 'Calls are those that came.',
		mixed: 'Calls are those that came until now, and after that those of the forecast.',
		none: ''
	},
	question: {
		title: 'What if',
		aht: 'Handling time',
		volume: 'Calls, against the forecast',
		target: 'Answered in time',
		threshold: 'In time is within',
		patience: 'Callers give up after, on average',
		patienceNote: 'Empty: they never give up (Erlang C). With it: Erlang A.',
		shrinkage: 'Shrinkage',
		occupancy: 'Nobody busier than',
		leastAgents: 'Never fewer than',
		shift: 'Nobody comes for less than',
		slot: 'Plan in',
		slots: { quarter: 'quarter hours', half: 'half hours' },
		seconds: 's',
		percent: '%',
		people: 'people',
		hours: 'h',
		apply: 'Work out',
		reset: 'Back to what was measured',
		measured: (weeks: string) => `Handling time and patience were measured over the last ${weeks} weeks.`,
		guessed: 'No handling times have been recorded yet, so 300 s are assumed.',
		atOnce: 'Changes show at once.'
	},
	check: {
		title: 'Check by simulation',
		why: 'Erlang’s formulas look at every slot as if it went on for ever. In small queues and at peaks that misleads: try the plan on simulated days.',
		run: 'Simulate this day',
		finding: (days: string, level: string, low: string, high: string) =>
			`In ${days} simulated days ${level} are answered in time on average; one day of ten is below ${low}, one above ${high}.`,
		measure: 'Over the day',
		formula: 'Formula',
		simulated: 'Simulated',
		range: 'Eight days of ten',
		level: 'Answered in time',
		wait: 'Mean wait',
		abandonment: 'Gave up'
	},
	plan: {
		title: 'Planned staff',
		none: 'No plan has been brought for this day.',
		explain:
			'Bring the plan as CSV with the columns date, start, end, agents. A day that the file names is replaced.',
		file: 'CSV file',
		text: 'or paste it here',
		bring: 'Bring the plan',
		brought: (shifts: string, days: string) =>
			`Taken over: ${counted(shifts, 'shift', 'shifts')} on ${counted(days, 'day', 'days')}.`,
		problems: (count: string) => (count === '1' ? 'One row was left out:' : `${count} rows were left out:`),
		problem: (line: string, field: string) => `line ${line}: ${field}`,
		fields: {
			row: 'not a row of the four columns',
			date: 'no date',
			start: 'no start',
			end: 'no end after the start',
			agents: 'no whole number of people'
		},
		nothing: 'Nothing was taken over.',
		remove: 'Remove the plan of this day',
		removed: 'The plan of the day was removed.',
		undo: 'Undo',
		notAllowed: 'Only managers and administrators can bring a plan.',
		example: 'date,start,end,agents'
	},
	take: { title: 'Take along', csv: 'Table as CSV', ics: 'Calendar (ICS)' },
	event: (agents: string, queue: string) => `${people(agents)} for ${queue}`
};

export interface FindingParts {
	calls: string;
	peak: string;
	at: string;
	hours: string;
}

export type StaffingTexts = typeof staffingEn;
