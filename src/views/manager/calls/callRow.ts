import type { Queue } from '#model/queue.ts';
import type { ListedCall } from '#records/listCalls.server.ts';
import { callsTexts } from '#texts/calls.ts';
import { formatClock, unknown } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { formatInstant, wallTime } from '#time/zone.ts';
import { topicName } from '#views/topics/topicName.ts';
import { withQuery } from '../withQuery.ts';

/** A call as a row of the page; the links narrow the list to what stands in the cell. */
export interface CallRow {
	key: string;
	/** Its day; null where all are of one day, which the page says above them. */
	day: string | null;
	time: string;
	instant: string;
	outcome: string;
	isAbandoned: boolean;
	wait: string;
	agent: { name: string; query: string } | null;
	topic: { name: string; query: string } | null;
	talk: string;
	hold: string;
	wrap: string;
	repeat: string;
	id: string;
	source: string;
}

export function callRow(
	call: ListedCall,
	{ queue, lang, query, isOneDay }: { queue: Queue; lang: Lang; query: URLSearchParams; isOneDay: boolean }
): CallRow {
	const { zone } = queue;
	const texts = callsTexts(lang);
	const { date } = wallTime(zone, call.enqueuedAt);
	const instant = formatInstant(zone, call.enqueuedAt);
	const only = (field: 'agent' | 'topic') => {
		const value = call[field];
		if (value === null) return null;
		const name = field === 'topic' ? topicName(queue, value, lang) : value;
		return { name, query: withQuery(query, { [field]: value, cursor: null }) };
	};
	return {
		key: `${call.sourceId} ${call.id}`,
		day: isOneDay ? null : formatDay(date, lang, { year: true }),
		time: instant.slice(11, 19),
		instant,
		outcome: texts.outcomes[call.outcome],
		isAbandoned: call.outcome === 'abandoned',
		wait: formatClock(call.waitMs === null ? null : call.waitMs / 1000),
		agent: only('agent'),
		topic: only('topic'),
		talk: formatClock(call.talkSeconds),
		hold: formatClock(call.holdSeconds),
		wrap: formatClock(call.wrapSeconds),
		repeat: call.repeat === null ? unknown : texts.repeat[call.repeat ? 'yes' : 'no'],
		id: call.id,
		source: call.source
	};
}
