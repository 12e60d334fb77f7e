import type { Queue } from '#model/queue.ts';
import { linesOf, topicText } from '#texts/guide.ts';
import type { Lang } from '#texts/lang.ts';

export interface Topic {
	slug: string;
	name: string;
	urgent: boolean;
	prepare: string[];
}

/** The queue's topics in a language, urgent ones first: who has been robbed does not read lists. */
export function topics(queue: Queue, lang: Lang): Topic[] {
	return queue.public.topics
		.map(({ slug, name, urgent, prepare }) => {
			const own = topicText(queue, lang, slug, 'prepare');
			return {
				slug,
				name: topicText(queue, lang, slug, 'name') ?? name,
				urgent,
				prepare: own === null ? prepare : linesOf(own)
			};
		})
		.sort((a, b) => Number(b.urgent) - Number(a.urgent));
}
