import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import type { Lang } from '#texts/lang.ts';
import { topicsTexts } from '#texts/topics.ts';
import { wallTime } from '#time/zone.ts';
import { topicFigures } from '#views/topics/topicFigures.server.ts';
import { topicName } from '#views/topics/topicName.ts';
import { markedWithin } from '../annotations/markedWithin.server.ts';
import { daysAddress, wholeDays } from '../days/daysAddress.ts';
import { daysText } from '../days/daysText.ts';
import { quickRanges } from '../quickRanges.ts';
import { topicsFinding } from './topicsFinding.ts';
import { topicsTable } from './topicsTable.ts';

/** Why people called a queue, and how these calls went; null where there is no such queue. */
export async function topicsPage(
	database: Database,
	slug: string,
	{ query, now, lang }: { query: URLSearchParams; now: number; lang: Lang }
) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { queue } = stored;
	const today = wallTime(queue.zone, now).date;
	const address = daysAddress(query, today);
	const interval = wholeDays(queue.zone, address);
	const { all, topics } = await topicFigures(database, stored, interval);
	const named = topics.map((row) => ({
		...row,
		name: row.topic === null ? topicsTexts(lang).without : topicName(queue, row.topic, lang)
	}));
	const range = daysText(address, today, lang);
	const calls = new URLSearchParams({ from: address.fromDate, to: address.toDate });
	return {
		slug,
		name: queue.name[lang],
		...topicsFinding(named, all, range, lang),
		address,
		pinned: { from: address.fromDate, to: address.toDate },
		quick: quickRanges(today),
		marked: await markedWithin(database, stored, interval, lang),
		bars: named.map(({ name, offered, answered, abandoned }) => ({
			name,
			answered,
			abandoned,
			other: offered - answered - abandoned
		})),
		table: topicsTable(named, all, lang),
		links: named.flatMap(({ topic, name }) =>
			topic === null ? [] : [{ name, query: `?${calls}&topic=${encodeURIComponent(topic)}` }]
		)
	};
}
