import type { BestTime, Level } from '#model/publicAnswer.ts';
import { formatTimeRange } from '#texts/formatRange.ts';
import { publicTexts } from '#texts/public.ts';
import { waitShort, waitUnder } from '#texts/waitWords.ts';
import { dayWord } from '#texts/when.ts';
import { wallTime } from '#time/zone.ts';

export interface WindowRow {
	startAt: number;
	endAt: number;
	/** By the line's clock. */
	date: string;
	/** `tomorrow`, `Wednesday`. */
	day: string;
	/** `14:00–16:00`, by the line's clock. */
	times: string;
	level: Level;
	/** The wait of a good window, the reason of a bad one. */
	text: string;
	/** The same where a heading says half of it. */
	shortText: string;
}

/** The answer's best windows as they are read. */
export function bestRows(answer: BestTime): WindowRow[] {
	return answer.best.map((window) =>
		row(answer, window, {
			text: waitShort(window.wait_minutes, answer.lang),
			shortText: waitUnder(window.wait_minutes, answer.lang)
		})
	);
}

/** The answer's windows to avoid as they are read. */
export function avoidRows(answer: BestTime): WindowRow[] {
	const { avoidReasons } = publicTexts(answer.lang);
	return answer.avoid.map((window) =>
		row(answer, window, { text: avoidReasons[window.why], shortText: avoidReasons[window.why] })
	);
}

function row(
	answer: BestTime,
	window: { start: string; end: string; level: Level },
	words: Pick<WindowRow, 'text' | 'shortText'>
): WindowRow {
	const { lang, queue, as_of } = answer;
	const [startAt, endAt] = [Date.parse(window.start), Date.parse(window.end)];
	return {
		startAt,
		endAt,
		date: wallTime(queue.zone, startAt).date,
		day: dayWord({ lang, zone: queue.zone, now: Date.parse(as_of) }, startAt),
		times: formatTimeRange(queue.zone, startAt, endAt),
		level: window.level,
		...words
	};
}
