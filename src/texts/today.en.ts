import { callCount } from './callCount.en.ts';

/** What the days are that today is compared with. */
export type LikeDays = {
	kind: 'workday' | 'weekend' | 'holiday' | 'make_up_workday';
	weekday: string;
	days: number;
};

function lastDays({ kind, weekday, days }: LikeDays): string {
	if (kind === 'holiday') return `the last ${days} public holidays`;
	if (kind === 'make_up_workday') return `the last ${days} working days that stand for a ${weekday}`;
	return `the last ${days} ${weekday}s`;
}

/** The day of a queue so far. */
export const todayEn = {
	/** What today is compared with: `the last 8 Mondays`. */
	lastDays,
	title: 'Today',
	begun: 'The day has only begun.',
	noneYet: (time: string) => `No calls by ${time}, as on other days like today.`,
	unknown: (count: string, time: string) =>
		`${callCount(count)} by ${time}. There are too few days like today to compare with yet.`,
	usual: (count: string, time: string, like: LikeDays, low: string, high: string) =>
		`A usual day so far: ${callCount(count)} by ${time}; ${lastDays(like)} had ${low} to ${high}.`,
	ratherAbove: (count: string, time: string, like: LikeDays, low: string, high: string) =>
		`A rather busy day so far: ${callCount(count)} by ${time}; ${lastDays(like)} had ${low} to ${high}.`,
	ratherBelow: (count: string, time: string, like: LikeDays, low: string, high: string) =>
		`A rather quiet day so far: ${callCount(count)} by ${time}; ${lastDays(like)} had ${low} to ${high}.`,
	above: (count: string, time: string, like: LikeDays, high: string, percent: string | null) =>
		`Busier than usual: ${callCount(count)} by ${time}, more than any of ${lastDays(like)} (at most ${high}${percent ? `; ${percent} above their median` : ''}).`,
	below: (count: string, time: string, like: LikeDays, low: string, percent: string | null) =>
		`Quieter than usual: ${callCount(count)} by ${time}, fewer than any of ${lastDays(like)} (at least ${low}${percent ? `; ${percent} below their median` : ''}).`,
	holiday: (name: string) => `Today is a public holiday: ${name}.`,
	holidayUnnamed: 'Today is a public holiday.',
	makeUp: (weekday: string) => `Today is a make-up workday that stands for a ${weekday}.`,
	monthEnd: 'It is the end of the month, which the days compared with need not be.',
	peakToCome: (range: string, median: string) =>
		`On days like today the most calls come at ${range}: a median of ${median}.`,
	peakSoFar: (range: string, count: string) =>
		`The busiest hour so far was ${range} with ${callCount(count)}.`,
	nothing: 'No calls yet today.',
	/** Of the chart, which may be looked at on another day. */
	note: (day: string, time: string, zone: string) => `${day}, until ${time}, ${zone}.`,
	hour: 'Time',
	today: 'Today',
	soFar: 'so far',
	running: 'Still running',
	low: 'Least',
	median: 'Median of like days',
	high: 'Most',
	band: 'Least to most of like days',
	read: 'Read today’s bars',
	caption: 'Calls today and on days like today',
	step: 'By',
	steps: { hour: 'Hour', quarter: 'Quarter hour' }
};

export type TodayTexts = typeof todayEn;
