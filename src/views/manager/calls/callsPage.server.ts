import { outcomes } from '#model/call.ts';
import type { Database } from '#records/database.server.ts';
import { listCalls, type ListedCall } from '#records/listCalls.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { topicNames } from '#rollups/readTopics.server.ts';
import { callsTexts } from '#texts/calls.ts';
import { formatNumber } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { dayStart, addDays, wallTime } from '#time/zone.ts';
import { wallClock } from '#time/wallClock.ts';
import { callCursor, readCallCursor } from '#views/calls/callCursor.ts';
import { callQuestion } from '#views/calls/callQuestion.ts';
import { topicName } from '#views/topics/topicName.ts';
import { withQuery } from '../withQuery.ts';
import { callRow } from './callRow.ts';
import { callsFinding } from './callsFinding.ts';

const aPage = 100;

interface Asked {
	query: URLSearchParams;
	now: number;
	lang: Lang;
	/** How long single calls are kept; null: for ever. */
	retentionDays: number | null;
}

/** Single calls of a queue as the address says; null where there is no such queue. */
export async function callsPage(
	database: Database,
	slug: string,
	{ query, now, lang, retentionDays }: Asked
) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { zone, name } = stored.queue;
	const { filter, wrong } = callQuestion(query, { zone, now, lastDayIn: true });
	const after = readCallCursor(query.get('cursor') ?? '');
	const [found, topics] = await Promise.all([
		listCalls(database, stored.id, filter, { after, limit: aPage + 1 }),
		topicNames(database, stored, wholeDays(zone, filter.fromAt, filter.toAt))
	]);
	const calls = found?.slice(0, aPage) ?? [];
	const last = calls.at(-1);
	const texts = callsTexts(lang);
	const isOneDay = wallTime(zone, filter.fromAt).date === wallTime(zone, filter.toAt - 1).date;
	const more = found !== null && found.length > aPage;
	const chosen = (['outcome', 'min_wait_seconds', 'max_wait_seconds', 'agent', 'topic'] as const).filter(
		(name) => query.get(name)
	);
	return {
		slug,
		name: name[lang],
		lead:
			found === null
				? texts.tooMany
				: callsFinding(calls, { ...filter, zone, more, isNext: after !== null }, lang),
		kept: retentionDays === null ? null : texts.kept(formatNumber(retentionDays, lang)),
		wrong: wrong.map(({ message }) => message),
		form: {
			from: localTime(zone, filter.fromAt),
			to: localTime(zone, filter.toAt),
			outcome: filter.outcomes?.join(',') ?? '',
			leastWait: filter.leastWaitSeconds,
			mostWait: filter.mostWaitSeconds,
			agent: filter.agent ?? '',
			topic: filter.topic ?? ''
		},
		/** Lists of several outcomes come by links, one comes by the form. */
		outcomes: [...outcomes, ...severalOutcomes(filter.outcomes)],
		topics: (filter.topic && !topics.includes(filter.topic) ? [filter.topic, ...topics] : topics).map(
			(topic) => ({ topic, name: topicName(stored.queue, topic, lang) })
		),
		pinned: { from: new Date(filter.fromAt).toISOString(), to: new Date(filter.toAt).toISOString() },
		isFiltered: chosen.length > 0,
		clear: withQuery(query, Object.fromEntries([...chosen, 'cursor'].map((name) => [name, null]))),
		rows: calls.map((call) => callRow(call, { queue: stored.queue, lang, query, isOneDay })),
		next: more && last ? withQuery(query, { cursor: callCursor(last) }) : null,
		latest: after === null ? null : withQuery(query, { cursor: null }),
		csv: csvQuery(filter, query)
	};
}

function severalOutcomes(chosen: readonly ListedCall['outcome'][] | null): string[] {
	return chosen && chosen.length > 1 ? [chosen.join(',')] : [];
}

/** Rollups are read by whole days: what the topics of the day are is answered without looking at quarter hours. */
function wholeDays(zone: string, fromAt: number, toAt: number) {
	return {
		startAt: dayStart(zone, wallTime(zone, fromAt).date),
		endAt: dayStart(zone, addDays(wallTime(zone, toAt - 1).date, 1))
	};
}

/** What a field for date and time takes. */
function localTime(zone: string, at: number): string {
	const { date, hour, minute } = wallTime(zone, at);
	return `${date}T${wallClock(hour * 60 + minute)}`;
}

/** The same choice as the API takes it: exact instants, so that no end of a day is read in another way. */
function csvQuery({ fromAt, toAt }: { fromAt: number; toAt: number }, query: URLSearchParams): string {
	const next = new URLSearchParams();
	for (const name of ['outcome', 'min_wait_seconds', 'max_wait_seconds', 'agent', 'topic']) {
		const value = query.get(name);
		if (value) next.set(name, value);
	}
	next.set('from', new Date(fromAt).toISOString());
	next.set('to', new Date(toAt).toISOString());
	return `?${next}`;
}
