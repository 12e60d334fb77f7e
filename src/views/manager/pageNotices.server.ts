import { mayRead, type Person } from '#model/person.ts';
import { listFirings } from '#records/alertFirings.server.ts';
import { queueBook } from '#records/queueBook.server.ts';
import { readingSentence } from '#texts/alertWords.ts';
import type { Lang } from '#texts/lang.ts';
import { product } from '#work/product.server.ts';
import { readerSources } from '../readerSources.server.ts';
import { problemSentence } from './health/problemSentence.ts';

/** What a reader of figures should know: why they may be incomplete, and which alerts fire. */
export interface PageNotices {
	health: string[];
	/** Each with its queue's name where the page is of several. */
	alerts: { slug: string; text: string }[];
}

const most = 3;

/** For the pages of one queue (its slug), or of all that the reader may see (null). */
export async function pageNotices(
	slug: string | null,
	{ now, lang, reader }: { now: number; lang: Lang; reader: Pick<Person, 'queues'> | null }
): Promise<PageNotices> {
	const { database } = product();
	const book = await queueBook(database);
	const queues = book
		.all()
		.filter(({ queue }) => mayRead(reader, queue.slug) && (slug === null || queue.slug === slug));
	if (queues.length === 0) return { health: [], alerts: [] };
	const [sources, firings] = await Promise.all([
		readerSources(
			slug === null && reader?.queues === null ? null : queues.map(({ queue }) => queue.slug),
			now
		),
		listFirings(database, { queueIds: queues.map(({ id }) => id), isOpen: true }, { limit: most })
	]);
	const colon = lang === 'zh' ? '：' : ': ';
	return {
		health: sources
			.flatMap(({ source, zone, problems }) =>
				problems.map((problem) => problemSentence(source, problem, { lang, zone, now }))
			)
			.slice(0, most),
		alerts: firings.flatMap(({ queueId, settings, last }) => {
			const queue = book.byId(queueId)?.queue;
			if (!queue) return [];
			const text = readingSentence(settings, last, { lang, zone: queue.zone });
			return [{ slug: queue.slug, text: slug === null ? queue.name[lang] + colon + text : text }];
		})
	};
}
