import { error, type RequestEvent } from '@sveltejs/kit';
import { staffPlan, type PlannedSlot } from '#analysis/staffing/staffPlan.ts';
import { database } from '#records/database.server.ts';
import { icalendar } from '#texts/icalendar.ts';
import { staffingTexts } from '#texts/staffing.ts';
import { formatInstant } from '#time/zone.ts';
import { csvText } from '#views/api/csvText.ts';
import { staffingPage, type StaffingPageData } from './staffingPage.server.ts';
import { planQuestion } from './staffingQuestion.ts';

/** The day's plan to take along, with the settings of the address: every slot as CSV, or its blocks as a calendar. */
export async function planFile(event: RequestEvent, kind: 'csv' | 'ics'): Promise<Response> {
	const { locals, params, url } = event;
	if (!locals.person) error(401);
	const { lang, now } = locals;
	const data = await staffingPage(database(), params.queue ?? '', { query: url.searchParams, now, lang });
	if (!data) error(404);
	const plan = staffPlan(data.day.slots, planQuestion(data.form));
	const name = `staffing-${data.slug}-${data.day.date}.${kind}`;
	const [type, text] =
		kind === 'csv'
			? ['text/csv', csvText(plan.map((slot) => csvRow(slot, data.zone)))]
			: ['text/calendar', planCalendar(plan, data, { now, texts: staffingTexts(lang) })];
	return new Response(text, {
		headers: {
			'content-type': `${type}; charset=utf-8`,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store'
		}
	});
}

function csvRow(slot: PlannedSlot, zone: string) {
	return {
		start: formatInstant(zone, slot.startAt),
		end: formatInstant(zone, slot.endAt),
		calls: Math.round(slot.calls * 100) / 100,
		agents_needed: slot.needed,
		agents: slot.present,
		required_agents: slot.required,
		scheduled_agents: slot.scheduled,
		service_level: slot.service.serviceLevel,
		asa_seconds: slot.service.meanWaitSeconds,
		occupancy: slot.service.occupancy,
		abandonment_rate: slot.service.abandonment,
		planned_agents: slot.planned,
		planned_service_level: slot.withPlanned?.serviceLevel ?? null
	};
}

/** Slots with the same number of people on end are one entry. */
function planCalendar(
	plan: PlannedSlot[],
	data: StaffingPageData,
	{ now, texts }: { now: number; texts: ReturnType<typeof staffingTexts> }
): string {
	const blocks: PlannedSlot[] = [];
	for (const slot of plan) {
		const last = blocks.at(-1);
		if (last && last.endAt === slot.startAt && last.scheduled === slot.scheduled) last.endAt = slot.endAt;
		else blocks.push({ ...slot });
	}
	return icalendar(
		blocks
			.filter(({ scheduled }) => scheduled > 0)
			.map(({ startAt, endAt, scheduled }) => ({
				uid: `staffing-${data.slug}-${startAt}@offpeak`,
				stampAt: now,
				startAt,
				endAt,
				summary: texts.event(String(scheduled), data.name),
				description: [],
				url: null,
				alarmMinutes: null
			}))
	);
}
