import type { ServiceLevelFormula } from '#model/queue.ts';

/** What managers read about how long callers wait, and would wait. */
export const waitsEn = {
	title: (queue: string) => `Waits of ${queue}`,
	none: (range: string) => `Nobody waited to an end ${range}.`,
	range: (from: string, to: string) => `from ${from} to ${to}`,
	oneDay: (day: string) => `on ${day}`,
	lead: (half: string, most: string, gaveUp: string) =>
		`Half of the callers waited up to ${half}, nine in ten up to ${most}; ${gaveUp} gave up.`,
	leadAtOnce: (most: string, gaveUp: string) =>
		`Half of the callers did not wait at all, nine in ten up to ${most}; ${gaveUp} gave up.`,
	spread: {
		title: 'How long they waited',
		finding: (share: string, count: string, within: string, range: string) =>
			`${share} of ${count} callers ${range} waited no longer than ${within}.`,
		note: 'Answered and abandoned callers. The classes widen as waits do.',
		wait: 'Waited',
		callers: 'Callers',
		answered: 'Answered',
		abandoned: 'Abandoned',
		share: 'Share',
		none: 'not at all',
		upTo: (to: string) => `up to ${to}`,
		between: (from: string, to: string) => `${from}–${to}`,
		over: (from: string) => `over ${from}`,
		read: 'Read the classes of waits',
		caption: 'Callers by how long they waited'
	},
	course: {
		title: 'What became of them',
		finding: (after: string, answered: string, gone: string, waiting: string) =>
			`After ${after} ${answered} are answered, ${gone} are gone and ${waiting} still wait.`,
		note: (range: string) => `Of all callers ${range} who were answered or gave up.`,
		after: 'After',
		answered: 'Answered',
		gone: 'Gone',
		waiting: 'Still waiting',
		read: 'Read what became of callers',
		caption: 'Callers still waiting, answered and gone by time since they called'
	},
	patience: {
		title: 'How long they would wait',
		finding: (half: string, low: string | null, high: string | null) =>
			`Half of the callers would hang up within ${half} if nobody answered${low && high ? ` (95% interval ${low} to ${high})` : ''}.`,
		longer: (share: string, until: string) =>
			`More than half would wait longer than is known: ${share} would still be there after ${until}.`,
		tooFew: (count: string) =>
			`Only ${count === '1' ? '1 caller' : `${count} callers`} gave up: too few to say how long callers would wait. It takes 30.`,
		of: (range: string) => `Calls ${range}.`,
		note: 'Kaplan–Meier: who was answered counts as patient up to then. Drawn while at least 10 callers still waited. Callers who flowed out, were refused or lost are left out.',
		exact: 'All waits are counted to the second here, so the curve is exact.',
		within: (points: string) =>
			`Waits are counted by the second, above two minutes by 1/120 or less; the curve is off by at most ${points} percentage points.`,
		after: 'After',
		patient: 'Would still wait',
		interval: '95% interval',
		atRisk: 'Waited so long',
		half: 'Half are gone',
		read: 'Read how many would still wait',
		caption: 'Callers who would still wait by time, if nobody were answered'
	},
	levels: {
		title: 'Service level',
		finding: (
			formula: string,
			value: string,
			threshold: string,
			comparison: string,
			low: string,
			high: string
		) =>
			`By the queue’s formula, ${formula}, ${value} within ${threshold}${comparison}; the six formulas say ${low} to ${high} of the same calls.`,
		above: (target: string) => `, at or above the target of ${target}`,
		below: (target: string) => `, below the target of ${target}`,
		none: 'No call was answered or abandoned, so there is no service level.',
		formula: 'Formula',
		meaning: 'What it divides',
		users: 'In use at',
		value: 'Service level',
		counts: 'Calls',
		inForce: 'in force',
		of: (numerator: string, denominator: string) => `${numerator} of ${denominator}`,
		caption: 'The service level of the range under six formulas',
		usedBy: {
			answered_only: 'Asterisk, Wazo, VICIdial',
			credited: 'Asterisk “perf2”, Cisco positive, nearly Amazon Connect',
			strict: 'Genesys base, Cisco negative',
			late_abandons: 'Cisco ignore, XCally, CxEngage',
			short_removed: 'Talkdesk, Genesys without short abandons',
			short_credited: 'ICMI'
		} satisfies Record<ServiceLevelFormula, string>,
		form: 'Other thresholds',
		threshold: 'Answered within (s)',
		short: 'Short abandon (s)',
		target: 'Target (%)',
		compare: 'Compare',
		save: 'Make it the queue’s',
		saved: 'Saved. Every page and the API count by it, for all of the past too.',
		notSaved: 'Not saved:',
		tried: (threshold: string, short: string) =>
			`Compared for ${threshold} and ${short}, which are not the queue’s own.`,
		own: 'Back to the queue’s own',
		history:
			'The formula and its thresholds hold for all of the past at once: what they divide is counted, not their result.'
	}
};

export type WaitsTexts = typeof waitsEn;
