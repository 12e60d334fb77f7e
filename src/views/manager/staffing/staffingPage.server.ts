import { planTotals } from '#analysis/staffing/planTotals.ts';
import { simulatedDays } from '#analysis/staffing/simulatedDays.ts';
import { staffPlan } from '#analysis/staffing/staffPlan.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import type { Lang } from '#texts/lang.ts';
import { addDays, isDate, wallTime } from '#time/zone.ts';
import { chartMarks } from '../annotations/chartMarks.server.ts';
import { expectedDay } from './expectedSlots.server.ts';
import { staffingPast } from './staffingPast.server.ts';
import { planGrains, planQuestion, readQuestion, type PlanGrain } from './staffingQuestion.ts';

const weekDays = 7;

/** What a reader of the staffing page asks for, from the address. */
export interface StaffingAsked {
	query: URLSearchParams;
	now: number;
	lang: Lang;
}

/** Everything on the staffing page of a queue; null where there is no such queue. */
export async function staffingPage(database: Database, slug: string, { query, now, lang }: StaffingAsked) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { queue } = stored;
	const today = wallTime(queue.zone, now).date;
	const date = dateOf(query.get('date'), addDays(today, 1));
	const grain = planGrains.find((name) => name === query.get('slot')) ?? 'half';
	const past = await staffingPast(database, stored, now);
	const form = readQuestion(query, past.usual);
	const question = planQuestion(form);
	const dates = [...new Set([date, ...Array.from({ length: weekDays }, (_, i) => addDays(today, i))])].sort();
	const days = await Promise.all(
		dates.map((day) => expectedDay(database, stored, { date: day, grain, now, ...past }))
	);
	const day = days.find((each) => each.date === date);
	if (!day) return null;
	return {
		slug,
		name: queue.name[lang],
		zone: queue.zone,
		today,
		pinned: { date },
		grain,
		form,
		usual: past.usual,
		measured: past.measured,
		day,
		week: days.map(({ date, slots, basis }) => ({
			date,
			basis,
			totals: weekTotals(planTotals(staffPlan(slots, question)))
		})),
		marks: await chartMarks(database, stored, day.slots, lang),
		check: query.has('check') ? simulatedDays(staffPlan(day.slots, question), question, seed) : null
	};
}

/** Any number: the same plan gives the same simulated days. */
const seed = 20_261_122;

function dateOf(text: string | null, otherwise: string): string {
	return text !== null && isDate(text) && text >= '1971-01-01' && text <= '2099-12-31' ? text : otherwise;
}

/** Only what the list of days shows. */
function weekTotals({ scheduledHours, plannedHours, short }: ReturnType<typeof planTotals>) {
	const shortHours = short.reduce((sum, { startAt, endAt }) => sum + (endAt - startAt) / 3_600_000, 0);
	return { scheduledHours, plannedHours, shortHours };
}

export type StaffingPageData = NonNullable<Awaited<ReturnType<typeof staffingPage>>>;
export type { PlanGrain };
