import type { BestTime, Level } from '#model/publicAnswer.ts';
import { embedTexts } from '#texts/embed.ts';
import { formatDay } from '#texts/formatDay.ts';
import { formatTimeRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { waitShort } from '#texts/waitWords.ts';
import { whenBetween, whenStarts } from '#texts/when.ts';
import { wallTime } from '#time/zone.ts';
import { textWidth } from './letters.ts';

/** What a badge says: the line's name, and how it is. */
export interface BadgeLine {
	label: string;
	message: string;
	/** How full its bars are; null: none are drawn. */
	level: Level | null;
}

/** How the line is now, for pages that fetch the picture anew. Null: a line that is not shown. */
export function badgeLine(answer: BestTime | null, lang: Lang): BadgeLine {
	const texts = embedTexts(lang).badge;
	if (!answer) return { label: texts.waiting, message: texts.notShown, level: null };
	return {
		label: short(answer.queue.name),
		message: [answer.open.now ? texts.open : texts.closed, more(answer)]
			.filter(Boolean)
			.join(texts.separator),
		level: answer.now?.level ?? null
	};
}

/**
 * The best time to come, for mail: it is read days later and fetched once, so it names a date and says nothing of now.
 * Only words and figures, for it is drawn with letters of its own; whose line it is stands in the mail.
 */
export function mailLine(answer: BestTime | null, lang: Lang): BadgeLine {
	const texts = embedTexts(lang).badge;
	if (!answer) return badgeLine(null, lang);
	const [best] = answer.best;
	if (!best) return { label: texts.best, message: texts.none, level: null };
	const [startAt, endAt] = [Date.parse(best.start), Date.parse(best.end)];
	const { zone } = answer.queue;
	const day = formatDay(wallTime(zone, startAt).date, lang);
	const when = `${day} ${formatTimeRange(zone, startAt, endAt)} ${offsetText(zone, startAt)}`;
	return {
		label: texts.best,
		message: [when, waitShort(best.wait_minutes, lang)].join(texts.separator),
		level: best.level
	};
}

function more({ lang, as_of, queue, open, now, best }: BestTime): string {
	const texts = embedTexts(lang).badge;
	const reader = { lang, zone: queue.zone, now: Date.parse(as_of) };
	if (now) return waitShort(now.wait_minutes, lang);
	if (!open.now) return open.next === null ? '' : texts.opens(whenStarts(reader, Date.parse(open.next)));
	const [soonest] = best;
	if (!soonest) return '';
	return texts.quietest(whenBetween(reader, Date.parse(soonest.start), Date.parse(soonest.end)));
}

/** `UTC+8`, `UTC-3:30`, `UTC`: the names of zones have more letters than there are. */
function offsetText(zone: string, at: number): string {
	const { offsetMinutes } = wallTime(zone, at);
	if (offsetMinutes === 0) return 'UTC';
	const minutes = Math.abs(offsetMinutes);
	const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
	return `UTC${offsetMinutes < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest}`;
}

/** A name cut to the width that a badge has for it. */
function short(name: string): string {
	const letters = [...name];
	while (textWidth(letters.join(''), 13) > 200) letters.pop();
	return letters.length === [...name].length ? name : `${letters.join('').trim()}…`;
}
