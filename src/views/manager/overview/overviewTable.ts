import { range } from 'd3';
import type { ChartTable, TableRow } from '#charts/table.ts';
import { formatNumber, unknown } from '#texts/format.ts';
import { formatHourRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';
import { overviewTexts } from '#texts/overview.ts';
import { todayTexts } from '#texts/today.ts';
import type { QueueToday } from './queueToday.ts';

type Row = Pick<QueueToday, 'slug' | 'name' | 'longest' | 'soFar' | 'serviceLevel' | 'counts' | 'day'>;

/** All queues' figures, and what their small drawings show, as one table; of the hours those that had a call anywhere. */
export function overviewTable(
	queues: readonly Row[],
	lang: Lang,
	href: (slug: string) => string
): ChartTable {
	const texts = overviewTexts(lang);
	const busy = queues.flatMap(({ day }) => day.hours.flatMap((count, hour) => (count ? [hour] : [])));
	const hours = busy.length === 0 ? [] : range(Math.min(...busy), Math.max(...busy) + 1);
	return {
		show: managerTexts(lang).showTable,
		caption: texts.table.caption,
		columns: [
			texts.table.queue,
			texts.total.waiting,
			texts.table.longest,
			texts.total.talking,
			texts.total.offered,
			texts.table.like,
			texts.serviceLevel,
			...hours.map((hour) => formatHourRange(hour, hour + 1))
		],
		get rows() {
			return queues.map((queue) => tableRow(queue, hours, lang, href));
		}
	};
}

function tableRow(queue: Row, hours: number[], lang: Lang, href: (slug: string) => string): TableRow {
	const { soFar } = todayTexts(lang);
	const { slug, name, longest, counts, day } = queue;
	const number = (value: number | null | undefined) =>
		value === null || value === undefined ? unknown : formatNumber(value, lang);
	const [inTime, of] = counts.level;
	const running = day.hours.length - 1;
	const cells: [text: string, value: number | string | null][] = [
		[number(counts.present?.waiting), counts.present?.waiting ?? null],
		[longest?.text ?? unknown, longest?.text ?? null],
		[number(counts.present?.talking), counts.present?.talking ?? null],
		[queue.soFar, counts.offered],
		[number(day.median), day.median],
		[queue.serviceLevel, of > 0 ? inTime / of : null],
		...hours.map((hour): [string, number | null] => {
			const count = day.hours[hour] ?? null;
			return [hour === running && count !== null ? `${number(count)} (${soFar})` : number(count), count];
		})
	];
	return {
		name,
		href: href(slug),
		cells: cells.map(([text]) => text),
		values: cells.map(([, value]) => value)
	};
}
