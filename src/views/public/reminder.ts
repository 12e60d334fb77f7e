import type { BestTime } from '#model/publicAnswer.ts';
import { embedTexts } from '#texts/embed.ts';
import { formatDay } from '#texts/formatDay.ts';
import { formatTimeRange } from '#texts/formatRange.ts';
import type { CalendarEntry } from '#texts/icalendar.ts';
import { waitShort } from '#texts/waitWords.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { wallTime } from '#time/zone.ts';

/** What a reminder lasts that is for no window of the answer. */
const ownMinutes = 30;

/** A calendar entry to call from an instant on: the best window that starts then, or a time that the caller chose. */
export function reminder(
	answer: BestTime,
	startAt: number,
	{ guide, host }: { guide: string; host: string }
): CalendarEntry {
	const { lang, queue } = answer;
	const texts = embedTexts(lang).reminder;
	const window = answer.best.find(({ start }) => Date.parse(start) === startAt);
	const endAt = window ? Date.parse(window.end) : startAt + ownMinutes * 60_000;
	const day = formatDay(wallTime(queue.zone, startAt).date, lang);
	const times = `${day} ${formatTimeRange(queue.zone, startAt, endAt)}`;
	return {
		uid: `${queue.slug}-${new Date(startAt).toISOString()}@${host}`,
		stampAt: Date.parse(answer.as_of),
		startAt,
		endAt,
		summary: texts.title(queue.name),
		description: [
			window ? texts.why(waitShort(window.wait_minutes, lang)) : texts.plain,
			texts.zone(times, zoneLabel(queue.zone, lang, startAt)),
			...(queue.phone === null ? [] : [texts.number(queue.phone)]),
			texts.guide(guide)
		],
		url: queue.phone === null ? guide : `tel:${queue.phone.replace(/[^+\d]/g, '')}`,
		alarmMinutes: 5
	};
}
