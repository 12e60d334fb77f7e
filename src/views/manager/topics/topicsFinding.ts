import { formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { topicsTexts } from '#texts/topics.ts';
import type { TopicFigures } from '#views/topics/topicFigures.server.ts';

export type NamedTopic = TopicFigures & { name: string };

/** Of a topic with fewer calls nothing is called the longest or the most. */
const enough = 30;

/** What callers want most, where they wait longest, and what brings them back. */
export function topicsFinding(
	topics: NamedTopic[],
	all: Omit<TopicFigures, 'topic'>,
	range: string,
	lang: Lang
): { lead: string; more: string[] } {
	const texts = topicsTexts(lang);
	if (all.offered === 0) return { lead: texts.none(range), more: [] };
	const known = topics.filter(({ topic }) => topic !== null);
	const [most] = known;
	const again = againFinding(known, all, lang);
	if (!most) return { lead: texts.noTopics(range), more: [again] };
	const share = formatPercent(most.offered / all.offered, lang);
	const longest = highest(known, ({ answered, abandoned, wait_p90_seconds }) =>
		answered + abandoned < enough ? null : wait_p90_seconds
	);
	return {
		lead: texts.most(most.name, formatNumber(most.offered, lang), share, range),
		more: [
			...(longest && known.length > 1
				? [texts.longest(longest.name, formatSeconds(longest.wait_p90_seconds, lang))]
				: []),
			again
		]
	};
}

/** The share of calls by numbers seen in the 24 hours before; null where numbers are not sent. */
export function againShare({ repeat_callers, with_caller }: Omit<TopicFigures, 'topic'>): number | null {
	return repeat_callers === null || with_caller === 0 ? null : repeat_callers / with_caller;
}

function againFinding(known: NamedTopic[], all: Omit<TopicFigures, 'topic'>, lang: Lang): string {
	const texts = topicsTexts(lang);
	const share = againShare(all);
	if (share === null) return texts.noNumbers;
	const most = highest(known, (one) => (one.with_caller < enough ? null : againShare(one)));
	const ofMost = most && againShare(most);
	if (!most || !ofMost || known.length < 2) return texts.againAll(formatPercent(share, lang));
	return texts.again(most.name, formatPercent(ofMost, lang), formatPercent(share, lang));
}

function highest(topics: NamedTopic[], value: (topic: NamedTopic) => number | null): NamedTopic | null {
	let best: NamedTopic | null = null;
	for (const topic of topics) if ((value(topic) ?? -1) > (best ? (value(best) ?? -1) : -1)) best = topic;
	return best;
}
