/** The answer of `best-time` (api.md), which the call guide and the widget show too. */

export type Level = 1 | 2 | 3 | 4 | 5;

/** Minutes on the public steps 1, 2, 3, 5, 10, 15, 20, 30, 45, 60; null means more than 60. */
export interface WaitMinutes {
	half_under: number | null;
	most_under: number | null;
}

export const avoidReasons = [
	'monday_morning',
	'month_end',
	'before_holiday',
	'after_holiday',
	'busy_hour'
] as const;
export type AvoidReason = (typeof avoidReasons)[number];

export const dayKinds = ['workday', 'weekend', 'holiday', 'make_up_workday', 'month_end'] as const;
export type DayKind = (typeof dayKinds)[number];

/** Another channel, a reminder for a better time, or that time itself. */
export const insteads = ['channel', 'window', 'reminder'] as const;
export type Instead = (typeof insteads)[number];

export interface BestTime {
	queue: { slug: string; name: string; zone: string; phone: string | null };
	as_of: string;
	valid_until: string;
	lang: 'zh' | 'en';
	verdict: string;
	open: { now: boolean; until: string | null; next: string | null; reason: string | null };
	now: { level: Level; wait_minutes: WaitMinutes; basis: 'live' | 'typical' } | null;
	best: { start: string; end: string; level: Level; wait_minutes: WaitMinutes }[];
	avoid: { start: string; end: string; level: Level; why: AvoidReason }[];
	week: {
		date: string;
		kind: DayKind;
		name: string | null;
		hours: { hour: number; level: Level | null }[];
	}[];
	/** What to do instead of calling now, the first first; empty unless most callers wait longer than 15 minutes. */
	instead: Instead[];
	accuracy: { most_held: number; days: number } | null;
}
