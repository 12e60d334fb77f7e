import type { ForecastDate } from '#model/forecast.ts';
import type { LoadRow } from '#model/load.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { reportTexts } from '#texts/report.ts';
import { topicsTexts } from '#texts/topics.ts';
import type { TopicFigures } from '#views/topics/topicFigures.server.ts';
import { againShare } from '../topics/topicsFinding.ts';
import type { PlainRows } from './plainRows.ts';

type Named = Omit<LoadRow, 'start' | 'end'> & { name: string };

/** So many hours and topics are named. */
const most = { hours: 3, topics: 6 };
/** Of an hour with fewer calls no wait is called the longest. */
const enough = 10;

/** The days of the week, each with its figures. */
export function dayRows(days: Named[], lang: Lang): PlainRows {
	const texts = reportTexts(lang);
	const { columns } = topicsTexts(lang);
	return {
		caption: texts.days,
		columns: [texts.day, texts.offered, columns.level, columns.abandonment, columns.p50, columns.p90],
		rows: days.map((day) => ({
			name: day.name,
			cells: [
				formatNumber(day.offered, lang),
				formatPercent(day.service_level, lang),
				formatPercent(day.abandonment_rate, lang),
				formatSeconds(day.wait_p50_seconds, lang),
				formatSeconds(day.wait_p90_seconds, lang)
			]
		}))
	};
}

/** The hours with the most calls, and the one with the longest waits. */
export function hourSentences(hours: Named[], lang: Lang): { busiest: string[]; worst: string | null } {
	const texts = reportTexts(lang);
	const busiest = [...hours].sort((a, b) => b.offered - a.offered).filter(({ offered }) => offered > 0);
	const [worst] = hours
		.filter((hour) => hour.answered + hour.abandoned >= enough && hour.wait_p90_seconds !== null)
		.sort((a, b) => (b.wait_p90_seconds ?? 0) - (a.wait_p90_seconds ?? 0));
	return {
		busiest: busiest
			.slice(0, most.hours)
			.map(({ name, offered }) => texts.hour(name, formatNumber(offered, lang))),
		worst: worst ? texts.worst(worst.name, formatSeconds(worst.wait_p90_seconds, lang)) : null
	};
}

/** What most called about; null where no source names topics. */
export function topicRows(
	topics: (Omit<TopicFigures, 'topic'> & { name: string | null })[],
	total: number,
	lang: Lang
): PlainRows | null {
	const { columns, without } = topicsTexts(lang);
	if (topics.every(({ name }) => name === null)) return null;
	return {
		caption: reportTexts(lang).topics,
		columns: [columns.topic, columns.offered, columns.share, columns.p90, columns.abandonment, columns.again],
		rows: topics.slice(0, most.topics).map((topic) => ({
			name: topic.name ?? without,
			cells: [
				formatNumber(topic.offered, lang),
				formatPercent(topic.offered / total, lang),
				formatSeconds(topic.wait_p90_seconds, lang),
				formatPercent(topic.abandonment_rate, lang),
				formatPercent(againShare(topic), lang)
			]
		}))
	};
}

/** The forecast of the days behind the week; null where there is none. */
export function nextRows(dates: ForecastDate[], lang: Lang): PlainRows | null {
	const texts = reportTexts(lang);
	if (dates.length === 0) return null;
	const number = (value: number) => formatNumber(value, lang);
	return {
		caption: texts.next,
		columns: [texts.day, texts.expected, texts.range],
		rows: dates.map(({ date, offered: { p10, p50, p90 } }) => ({
			name: formatDay(date, lang),
			cells: [number(p50), `${number(p10)}–${number(p90)}`]
		}))
	};
}
