import type { BestTime } from '#model/publicAnswer.ts';
import type { PublicChannel, Queue } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { authorities, channelText, guideList, guideText } from '#texts/guide.ts';
import type { Lang } from '#texts/lang.ts';
import { publicAnswer, publicQueue } from './answers.server.ts';
import { openingTimes, specialDays, type OpeningRow } from './openingTimes.ts';
import { topics, type Topic } from './topics.ts';

/** All that the call guide of a line says, in one language. */
export interface CallGuide {
	answer: BestTime;
	phone: Queue['public']['phone'];
	topics: Topic[];
	/** The one that was chosen. */
	topic: Topic | null;
	prepare: string[];
	explain: string[];
	/** What to do first; only for an urgent topic. */
	urgent: string[];
	fraudWarning: string;
	numberCheck: string;
	channels: PublicChannel[];
	noChannels: string;
	unsolved: string[];
	authorities: string[];
	openingTimes: OpeningRow[];
	specialDays: OpeningRow[];
}

/** The call guide of a public line, or null where there is none. */
export async function callGuide(
	database: Database,
	slug: string,
	{ lang, now, topic }: { lang: Lang; now: number; topic: string | null }
): Promise<CallGuide | null> {
	const stored = await publicQueue(database, slug);
	if (!stored) return null;
	const answer = await publicAnswer(database, stored, { lang, now, topic });
	return guideOf(await datedQueue(database, stored), answer, { lang, now, topic });
}

/** The same around an answer that is there already. */
export function guideOf(
	queue: Queue,
	answer: BestTime,
	{ lang, now, topic }: { lang: Lang; now: number; topic: string | null }
): CallGuide {
	const known = topics(queue, lang);
	const chosen = known.find(({ slug }) => slug === topic) ?? null;
	return {
		answer,
		phone: queue.public.phone,
		topics: known,
		topic: chosen,
		prepare: chosen && chosen.prepare.length > 0 ? chosen.prepare : guideList(queue, lang, 'prepare'),
		explain: guideList(queue, lang, 'explain'),
		urgent: chosen?.urgent ? guideList(queue, lang, 'urgent') : [],
		fraudWarning: guideText(queue, lang, 'fraud_warning'),
		numberCheck: guideText(queue, lang, 'number_check'),
		channels: queue.public.channels.map((channel) => ({
			...channel,
			label: channelText(queue, lang, channel.kind) ?? channel.label
		})),
		noChannels: guideText(queue, lang, 'no_channels'),
		unsolved: guideList(queue, lang, 'unsolved'),
		authorities: authorities(queue, lang),
		openingTimes: openingTimes(queue, lang),
		specialDays: specialDays(queue, lang, now)
	};
}
