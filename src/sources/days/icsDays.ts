/**
 * Special days out of a calendar file (iCalendar, RFC 5545), as offices and calendar programs share them:
 *
 *     BEGIN:VEVENT
 *     DTSTART;VALUE=DATE:20270205
 *     DTEND;VALUE=DATE:20270212
 *     SUMMARY:春节
 *     END:VEVENT
 *
 * Read by ical.js, which knows folding, escapes and repetitions. An entry is a holiday, or a make-up workday where its
 * name says so; one with a time of day counts as the day that it begins on, as it is written.
 */
import ICAL from 'ical.js';
import { addDays, isDate } from '#time/zone.ts';
import { longestDays, type FileDay, type FileDays } from './fileDay.ts';

const madeUp = /补班|上班|调班|（班）|\(班\)|班$|make-?\s?up|\bwork(ing)?\s?day\b/i;
/** What is said of a name beside it: `春节假期 第1天/共8天`, `国庆节（休）`, `春节 补班`. */
const besides = /\s*(假期|补班|上班|调休|放假)?\s*(第\s*\d+\s*天.*)?\s*([（(][休班假][）)])?\s*$/;
/** A rule without an end is followed for so many days after its first. */
const followedDays = 366 * 3;
const mostOfOne = 200;

/** Reads the text; null where it is no calendar file. */
export function icsDays(text: string): FileDays | null {
	if (!/^\s*BEGIN:VCALENDAR/im.test(text)) return null;
	const found: FileDays = { days: [], problems: [] };
	let entries: InstanceType<typeof ICAL.Component>[];
	try {
		entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
	} catch {
		return null;
	}
	entries.forEach((entry, i) => {
		try {
			const read = daysOf(new ICAL.Event(entry));
			if (read) found.days.push(...read);
			else found.problems.push({ line: i + 1, message: 'the entry has no day, or lasts too long' });
		} catch {
			found.problems.push({ line: i + 1, message: 'the entry cannot be read' });
		}
	});
	return found;
}

function daysOf(event: InstanceType<typeof ICAL.Event>): FileDay[] | null {
	const first = dateOf(event.startDate);
	// A day's end is the day after; an entry with hours ends within its last day.
	const end = event.endDate?.isDate === false ? addDays(dateOf(event.endDate), 1) : dateOf(event.endDate);
	const length = Math.max(1, (Date.parse(end) - Date.parse(first)) / 86_400_000);
	if (!isDate(first) || !(length <= longestDays)) return null;
	const summary = (event.summary ?? '').trim().slice(0, 80);
	const kind = madeUp.test(summary) ? 'make_up_workday' : 'holiday';
	const plain = summary.replace(besides, '') || summary;
	const name = plain === '' ? null : { zh: plain, en: plain };
	return startsOf(event, first).flatMap((start) =>
		Array.from({ length }, (_, i) => ({ date: addDays(start, i), kind, name, standsFor: null }))
	);
}

function startsOf(event: InstanceType<typeof ICAL.Event>, first: string): string[] {
	if (!event.isRecurring()) return [first];
	const starts: string[] = [];
	const rule = event.iterator();
	const last = addDays(first, followedDays);
	for (let next = rule.next(); next && starts.length < mostOfOne; next = rule.next()) {
		const date = dateOf(next);
		if (date > last) break;
		starts.push(date);
	}
	return starts;
}

/** As the file writes it: no zone is taken into account. */
function dateOf({ year, month, day }: { year: number; month: number; day: number }): string {
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
