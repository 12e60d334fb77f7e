/** What the front page and the call guide say beside the verdict. */
export const callGuideEn = {
	callNow: 'Call now',
	freeze: 'Freeze the account',
	jump: 'On this page',
	instead: 'The wait is long now. Instead you can',
	insteadChannel: 'Write instead of calling:',
	insteadWindow: 'Call at the next quiet time:',
	remind: 'Remind me',
	remindOf: (when: string) => `Remind me: ${when} (calendar entry)`,
	spread: {
		now: (callers: number, minutes: string) =>
			`Usually at this hour, of 20 callers ${callers} wait less than ${minutes}.`,
		next: (callers: number, minutes: string, when: string) =>
			`Usually in the hour from ${when}, of 20 callers ${callers} wait less than ${minutes}.`,
		step: (callers: number, minutes: string) => `${callers} under ${minutes}`,
		rest: (callers: number) => `${callers} longer`,
		basis:
			'From typical hours of the last 8 weeks, rounded, not from the line right now; one dot is one caller in 20.'
	},
	week: {
		closed: 'Closed',
		thin: 'Too few calls to say'
	},
	zone: {
		open: 'Show the times in another time zone',
		label: 'Time zone',
		show: 'Show',
		line: (zone: string) => `Only ${zone}`,
		now: (line: string, yours: string) => `It is ${line} there, ${yours} for you.`
	},
	number: {
		how: 'How to check it',
		old: 'That was more than a year ago: compare it before you call.'
	},
	tick: 'Tick off what you have. Nothing is stored.',
	accuracy: (percent: string, days: number) =>
		`How right this is: in the last ${days} days ${percent} of callers waited no longer than the "most under" they would have been shown.`,
	noSpecialDays: 'No special days in the next eight weeks.',
	home: {
		urgentTitle: 'Lost money, a stolen phone, somebody else in your account?',
		urgentLead: 'Do not wait for a quiet hour.',
		steps: 'What to do first',
		topics: 'All other questions',
		onLine: (line: string) => `Line: ${line}`
	}
};

export type CallGuideTexts = typeof callGuideEn;
