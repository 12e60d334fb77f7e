import type { Spread } from '#analysis/ofTwenty.ts';
import type { BestTime } from '#model/publicAnswer.ts';
import type { PublicChannel, Queue } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { authorities, channelText, freezeUrl, guideList, guideText, phoneLabel } from '#texts/guide.ts';
import type { Lang } from '#texts/lang.ts';
import type { Place } from '#time/calendar.ts';
import { openHours } from '#time/serviceHours.ts';
import { addDays, isZone, wallTime } from '#time/zone.ts';
import { publicAnswer, publicQueue, publicSpread } from './answers.server.ts';
import { openingTimes, specialDays, type OpeningRow } from './openingTimes.ts';
import { topics, type Topic } from './topics.ts';

/** All that the call guide of a line says, in one language. */
export interface CallGuide {
	answer: BestTime;
	spread: Spread | null;
	/** Whose clock is to be shown too, when its reader chose one that shows another time. */
	viewerZone: string | null;
	phone: { number: string; label: string; verifiedOn: string | null; old: boolean } | null;
	topics: Topic[];
	/** The one that was chosen. */
	topic: Topic | null;
	prepare: string[];
	explain: string[];
	/** What to do first; only for an urgent topic. */
	urgent: { steps: string[]; freezeUrl: string | null } | null;
	fraudWarning: string;
	numberCheck: string;
	channels: PublicChannel[];
	noChannels: string;
	unsolved: string[];
	authorities: string[];
	/** Of the days of the answer's week, by date: which of the 24 hours the line is open. */
	openHours: Record<string, boolean[]>;
	openingTimes: OpeningRow[];
	specialDays: OpeningRow[];
}

export interface Asked {
	lang: Lang;
	now: number;
	/** A topic's slug; one that the line does not have changes nothing. */
	topic: string | null;
	/** A zone's name; one that there is not changes nothing. */
	zone: string | null;
}

/** The call guide of a public line, or null where there is none. */
export async function callGuide(database: Database, slug: string, asked: Asked): Promise<CallGuide | null> {
	const stored = await publicQueue(database, slug);
	if (!stored) return null;
	const [answer, spread, queue] = await Promise.all([
		publicAnswer(database, stored, asked),
		publicSpread(database, stored, asked.now),
		datedQueue(database, stored)
	]);
	return guideOf(queue, { answer, spread }, asked);
}

/** The same around an answer that is there already. */
export function guideOf(
	queue: Queue & Place,
	{ answer, spread }: { answer: BestTime; spread: Spread | null },
	{ lang, now, topic, zone }: Asked
): CallGuide {
	const known = topics(queue, lang);
	const chosen = known.find(({ slug }) => slug === topic) ?? null;
	return {
		answer,
		spread: chosen?.urgent ? null : spread,
		viewerZone: zone !== null && isZone(zone) && differs(zone, queue.zone, now) ? zone : null,
		phone: phoneOf(queue, lang, now),
		topics: known,
		topic: chosen,
		prepare: chosen && chosen.prepare.length > 0 ? chosen.prepare : guideList(queue, lang, 'prepare'),
		explain: guideList(queue, lang, 'explain'),
		urgent: chosen?.urgent
			? { steps: guideList(queue, lang, 'urgent'), freezeUrl: freezeUrl(queue, lang) }
			: null,
		fraudWarning: guideText(queue, lang, 'fraud_warning'),
		numberCheck: guideText(queue, lang, 'number_check'),
		channels: channelsOf(queue, lang),
		noChannels: guideText(queue, lang, 'no_channels'),
		unsolved: guideList(queue, lang, 'unsolved'),
		authorities: authorities(queue, lang),
		openHours: Object.fromEntries(answer.week.map(({ date }) => [date, openHours(queue, date)])),
		openingTimes: openingTimes(queue, lang),
		specialDays: specialDays(queue, lang, now)
	};
}

/** The other ways to reach a line, their labels in the language. */
export function channelsOf(queue: Queue, lang: Lang): PublicChannel[] {
	return queue.public.channels.map((channel, i) => ({
		...channel,
		label: channelText(queue, lang, i) ?? channel.label
	}));
}

function phoneOf(queue: Queue, lang: Lang, now: number): CallGuide['phone'] {
	const { phone } = queue.public;
	if (!phone) return null;
	const yearAgo = addDays(wallTime(queue.zone, now).date, -366);
	return {
		number: phone.number,
		label: phoneLabel(queue, lang),
		verifiedOn: phone.verified_on,
		old: phone.verified_on !== null && phone.verified_on < yearAgo
	};
}

function differs(zone: string, other: string, now: number): boolean {
	return wallTime(zone, now).offsetMinutes !== wallTime(other, now).offsetMinutes;
}
