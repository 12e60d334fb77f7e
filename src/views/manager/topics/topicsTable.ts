import type { ChartTable, TableRow } from '#charts/table.ts';
import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';
import { topicsTexts } from '#texts/topics.ts';
import type { TopicFigures } from '#views/topics/topicFigures.server.ts';
import { againShare, type NamedTopic } from './topicsFinding.ts';

/** Every topic's figures, and those of all calls last. */
export function topicsTable(topics: NamedTopic[], all: Omit<TopicFigures, 'topic'>, lang: Lang): ChartTable {
	const { columns, caption, all: allName } = topicsTexts(lang);
	return {
		show: managerTexts(lang).showTable,
		caption,
		columns: [
			columns.topic,
			columns.offered,
			columns.share,
			columns.p50,
			columns.p90,
			columns.abandonment,
			columns.level,
			columns.aht,
			columns.again
		],
		rows: [...topics, { ...all, name: allName }].map((row) => tableRow(row, all.offered, lang))
	};
}

function tableRow(row: Omit<NamedTopic, 'topic'>, total: number, lang: Lang): TableRow {
	const values = [
		row.offered,
		total === 0 ? null : row.offered / total,
		row.wait_p50_seconds,
		row.wait_p90_seconds,
		row.abandonment_rate,
		row.service_level,
		row.aht_seconds,
		againShare(row)
	];
	const formats = [formatNumber, formatPercent, formatSeconds, formatSeconds] as const;
	const more = [formatPercent, formatPercent, formatSeconds, formatPercent] as const;
	return {
		name: row.name,
		cells: values.map((value, i) => ([...formats, ...more][i] ?? formatNumber)(value, lang)),
		values
	};
}
