/** The report of the week by e-mail: how one asks for it, the mail itself, and the page that its last link leads to. */
export const en = {
	title: 'By e-mail every week',
	hint: 'At that hour you get the report of the last full week, with a link to it. Each mail carries a link that stops them.',
	noMail: 'No mail server is set, so no mail can be sent: whoever runs Offpeak sets SMTP_URL and SMTP_FROM.',
	which: 'Which queues',
	scopes: { one: 'This queue', all: 'All that I may see, in one mail' },
	weekday: 'Day',
	hour: 'Hour',
	ask: 'Send it to me',
	list: 'What you get',
	allQueues: 'All queues',
	everyWeek: (weekday: string, hour: string, zone: string) => `every ${weekday} at ${hour} (${zone})`,
	stop: 'Stop',
	stopNamed: (name: string) => `Stop ${name}`,
	saved: (next: string) => `Done: the next one comes on ${next}.`,
	stopped: (name: string) => `Stopped: ${name}.`,
	resume: 'Undo',
	problem: 'Choose a day and an hour.',
	subject: (queue: string, week: string) => `${queue}: report of the week, ${week}`,
	subjectAll: (queues: number, week: string) =>
		`Report of the week, ${queues === 1 ? 'one queue' : `${queues} queues`}, ${week}`,
	queues: 'Queues',
	queue: 'Queue',
	open: 'Open this report',
	more: 'The other queues have a report each under the links above.',
	why: (when: string) => `You get this ${when} because you asked for it.`,
	stopThese: 'Stop these e-mails',
	stopTitle: 'Stop the report of the week?',
	stopLead: (name: string, email: string) => `The report of ${name} is sent to ${email} every week.`,
	stopButton: 'Stop it',
	stoppedTitle: 'The report is stopped',
	stoppedLead: (name: string, email: string) => `The report of ${name} is not sent to ${email} any more.`,
	goOn: 'Undo: keep sending it'
};

export type ReportMailTexts = typeof en;
