import type { Queue } from '#model/queue.ts';
import { topicText } from '#texts/guide.ts';
import type { Lang } from '#texts/lang.ts';

/** What a topic is called to people: as the call guide names it where it does, else as the sources do. */
export function topicName(queue: Queue, topic: string, lang: Lang): string {
	const known = queue.public.topics.find(({ slug }) => slug === topic);
	return known ? (topicText(queue, lang, topic, 'name') ?? known.name) : topic;
}
