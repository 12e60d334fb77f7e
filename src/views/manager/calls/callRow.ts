import type { ListedCall } from '#records/listCalls.server.ts';
import { callsTexts } from '#texts/calls.ts';
import { formatClock, unknown } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { formatInstant, wallTime } from '#time/zone.ts';
import { withQuery } from '../withQuery.ts';

/** A call as a row of the page; the links narrow the list to what stands in the cell. */
export interface CallRow {
	key: string;
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
	{ zone, lang, query }: { zone: string; lang: Lang; query: URLSearchParams }
): CallRow {
	const texts = callsTexts(lang);
	const { date } = wallTime(zone, call.enqueuedAt);
	const instant = formatInstant(zone, call.enqueuedAt);
	const only = (field: 'agent' | 'topic') => {
		const name = call[field];
		return name === null ? null : { name, query: withQuery(query, { [field]: name, cursor: null }) };
	};
	return {
		key: `${call.sourceId} ${call.id}`,
		time: `${formatDay(date, lang, { year: true })} ${instant.slice(11, 19)}`,
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
