/** What callers read: the verdict, the widget, the pages. Plain, short, never a promise. */
export const publicEn = {
	product: 'Offpeak',
	skip: 'To the content',
	list: (items: string[]) => items.join(', '),
	about: (what: string, is: string) => `${what}: ${is}`,
	dayOfMonth: (day: number) => String(day),
	sentences: (sentences: string[]) => sentences.join(' '),
	today: 'today',
	tomorrow: 'tomorrow',
	brackets: (text: string) => `(${text})`,
	levels: ['very quiet', 'quiet', 'usual', 'busy', 'very busy'],
	closed: 'closed',
	dayKinds: {
		workday: 'Workday',
		weekend: 'Weekend',
		holiday: 'Holiday',
		make_up_workday: 'Make-up workday',
		month_end: 'Month end'
	},
	avoidReasons: {
		monday_morning: 'Monday morning',
		month_end: 'end of the month',
		before_holiday: 'before a holiday',
		after_holiday: 'after a holiday',
		/** Said of long waits, however many call then. */
		busy_hour: 'long waits'
	},
	verdict: {
		open: 'Open now.',
		openUntil: (time: string) => `Open now, until ${time}.`,
		closed: 'Closed now.',
		closedHoliday: (holiday: string) => `Closed today for ${holiday}.`,
		closedHolidayUnnamed: 'Closed today, a public holiday.',
		opens: (when: string, zone: string) => `Opens ${when} ${zone}.`,
		noOpening: 'No opening time is planned in the next weeks.',
		thin: 'Too few calls at this hour to say how long the wait is.',
		quieterFrom: (when: string) => `Quieter from ${when}.`,
		stillQuieterFrom: (when: string) => `Quieter still from ${when}.`,
		/** Of the line itself beside its typical hour. */
		thanUsual: {
			quieter: 'Quieter right now than usual at this hour.',
			busier: 'Busier right now than usual at this hour.',
			other: 'Right now it is not as usual at this hour.'
		},
		/** Of the clock: said only where the typical hour is a quiet one. */
		quietNow: 'This is one of the quieter times.',
		quietest: (when: string) => `Quietest: ${when}.`,
		urgentOpen: 'Urgent: call at once, do not wait for a quiet hour.',
		urgentClosed: 'Urgent: freeze your account now, then call as soon as the line opens.'
	},
	wait: {
		halfAndMost: (half: string, most: string) => `Half of callers wait under ${half}, most under ${most}.`,
		most: (most: string) => `Most callers wait under ${most}.`,
		halfOnly: (half: string) => `Half of callers wait under ${half}, some over an hour.`,
		long: 'Half of callers wait over an hour.',
		shortMost: (most: string) => `most wait under ${most}`,
		shortLong: 'often over an hour',
		under: (most: string) => `under ${most}`
	},
	minutes: (count: number) => (count === 1 ? '1 minute' : count === 60 ? 'an hour' : `${count} minutes`),
	minutesShort: (count: number) => (count === 60 ? '1 h' : `${count} min`),
	best: 'Best times to call',
	bestNone: 'No quiet time can be named yet.',
	avoid: 'Better not',
	call: 'Call',
	guideLink: 'What to have ready',
	bestShort: 'Best times · most wait',
	week: 'The week by the hour',
	weekUsual: 'What to expect at each hour, going by past weeks; not how it is right now.',
	weekTable: 'The week as a table',
	weekTitle: (best: string) => `The next seven days by the hour. Quietest: ${best}.`,
	weekTitlePlain: 'The next seven days by the hour',
	hour: 'Hour',
	legend: '1 very quiet, 5 very busy, – closed or too few calls',
	gap: 'No bar: closed, or too few calls to say.',
	asOf: (time: string, zone: string) => `As of ${time} (${zone}).`,
	basis: {
		typical: 'Typical hours of the last 8 weeks.',
		live: 'The wait now is from the calls waiting now, other times from typical hours of the last 8 weeks.'
	},
	notAvailable: 'Waiting times for this line are not shown at the moment.',
	notAvailableTitle: 'Not available',
	widgetTitle: (name: string) => `Best time to call: ${name}`,
	home: {
		title: 'When is a good time to call?',
		lead: 'See how long callers wait, and when the line is quiet.',
		about: 'What is it about?',
		lines: 'The lines',
		urgent: 'urgent',
		open: 'open',
		closed: 'closed',
		emptyTitle: 'No line is public yet',
		empty:
			'Offpeak shows callers when a phone line is quiet and how long they would wait. As soon as a line is published, it appears here.',
		signIn: 'For managers: sign in',
		description: 'How long callers wait, and the best times to call.'
	},
	guide: {
		title: (name: string) => `Best time to call: ${name}`,
		description: (verdict: string) => verdict,
		allLines: 'All lines',
		topic: 'What is it about?',
		anyTopic: 'Something else',
		number: 'The official number',
		verified: (date: string) => `Checked on ${date}.`,
		notVerified: 'Compare it with the number in the app before you call.',
		noNumber: 'The number is in the app, under Help.',
		ready: 'Have ready',
		explain: 'How to explain it',
		urgentTitle: 'Do this first',
		channels: 'Other ways to reach us',
		unsolved: 'If it stays unsolved',
		openingHours: 'Opening hours',
		specialDays: 'Special days',
		allDay: 'all day',
		holidays: 'Public holidays',
		zones: (zone: string) => `All times are ${zone}.`,
		yourZone: (zone: string) => `Your own seems to be ${zone}.`,
		yours: (time: string) => `${time} your time`,
		aboutTitle: 'What the figures mean',
		about:
			'The wait runs from entering the queue until a person answers or the caller gives up. "Half under" is the middle caller; "most under" holds for four callers in five. Both are rounded up.',
		basis:
			'Typical hours come from the last 8 whole weeks, day by kind of day, and are recomputed once a day. Nothing is said where too few calls are behind it.',
		updated: (time: string) =>
			`The wait now does not come from them but from the calls waiting now; it was updated at ${time}.`
	},
	channelKinds: {
		chat: 'Chat',
		email: 'E-mail',
		app: 'In the app',
		web: 'Website',
		wechat: 'WeChat',
		social: 'Social media',
		callback: 'Call me back',
		complaint: 'Complaint form'
	},
	otherLang: '中文',
	footer: 'No cookies, no tracking.',
	problems: {
		broken: 'The page cannot be shown at the moment. Please try again in a minute.',
		noQueueTitle: 'No such line',
		noQueue: (slug: string) => `There is no public line called "${slug}".`,
		badZoneTitle: 'Unknown time zone',
		badZone: (zone: string) =>
			`"${zone}" is not the name of a time zone; use an IANA name such as Asia/Shanghai.`
	}
};

export type PublicTexts = typeof publicEn;
