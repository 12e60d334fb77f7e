import type { Queue } from '#model/queue.ts';
import { publicTexts } from '#texts/public.ts';
import { waitSentence } from '#texts/waitWords.ts';
import { whenBetween, whenStarts, type Reader } from '#texts/when.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { formatTime } from '#texts/format.ts';
import { besideUsual, type ToldHour } from './besideUsual.ts';
import type { BestWindow } from './bestWindows.ts';
import type { ComingDay } from './comingHours.ts';
import { openHoursOf } from './openRuns.ts';
import type { Opening } from './opening.ts';

export interface VerdictInput {
	queue: Queue;
	reader: Reader;
	open: Opening;
	/** The present hour, when it is open, known and shown. */
	current: (ToldHour & { basis: 'live' | 'typical' }) | null;
	/** What is usual at the present hour; null where it is not known. */
	usual: ToldHour | null;
	days: ComingDay[];
	best: BestWindow[];
	urgent: boolean;
}

/** The answer in two or three short sentences: open or not, how long the wait is, when it is better. */
export function verdict(input: VerdictInput): string {
	const texts = publicTexts(input.reader.lang);
	return texts.sentences(
		(input.open.now ? openSentences : closedSentences)(input).filter((text) => text !== '')
	);
}

function openSentences(input: VerdictInput): string[] {
	const { queue, reader, open, current, best } = input;
	const texts = publicTexts(reader.lang);
	if (input.urgent) return [texts.verdict.urgentOpen, current ? waitSentence(current.wait, reader.lang) : ''];
	const until = open.untilAt === null ? null : formatTime(open.untilAt, reader.lang, reader.zone);
	if (!current) {
		const first =
			until === null ? texts.verdict.open : texts.verdict.openUntil(until === '00:00' ? '24:00' : until);
		return [first, queue.public.parts.now ? texts.verdict.thin : '', quietest(input)];
	}
	const said = [texts.verdict.open, waitSentence(current.wait, reader.lang)];
	const than = current.basis === 'live' ? besideUsual(current, input.usual) : null;
	if (than !== null) said.push(texts.verdict.thanUsual[than]);
	// A quiet moment is not yet a quiet hour: that is said of the clock.
	if (current.level <= 2)
		return than === null && (input.usual?.level ?? 5) <= 2 ? [...said, texts.verdict.quietNow] : said;
	const laterAt = quieterToday(input);
	const from = than === 'quieter' ? texts.verdict.stillQuieterFrom : texts.verdict.quieterFrom;
	if (laterAt !== null) return [...said, from(whenStarts(reader, laterAt))];
	return [...said, best.length > 0 ? quietest(input) : ''];
}

function closedSentences(input: VerdictInput): string[] {
	const { reader, open, days, urgent } = input;
	const texts = publicTexts(reader.lang).verdict;
	const holiday = days[0]?.name?.[reader.lang] ?? null;
	const closed =
		open.reason !== 'holiday'
			? texts.closed
			: holiday === null
				? texts.closedHolidayUnnamed
				: texts.closedHoliday(holiday);
	const zone = publicTexts(reader.lang).brackets(zoneLabel(reader.zone, reader.lang, reader.now));
	const next = open.nextAt === null ? texts.noOpening : texts.opens(whenStarts(reader, open.nextAt), zone);
	return [closed, next, urgent ? texts.urgentClosed : quietest(input)];
}

function quietest({ reader, best }: VerdictInput): string {
	const [soonest] = best;
	if (!soonest) return '';
	return publicTexts(reader.lang).verdict.quietest(whenBetween(reader, soonest.startAt, soonest.endAt));
}

/** The start of the first hour of today that is markedly quieter than this one. */
function quieterToday({ current, days, reader }: VerdictInput): number | null {
	const [today] = days;
	if (!today || !current) return null;
	const later = openHoursOf(today).filter((hour) => hour.startAt > reader.now && hour.level < current.level);
	const target = Math.max(2, Math.min(...later.map((hour) => hour.level)));
	return later.find((hour) => hour.level <= target)?.startAt ?? null;
}
