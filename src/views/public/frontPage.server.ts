import type { BestTime } from '#model/publicAnswer.ts';
import type { Database } from '#records/database.server.ts';
import type { Lang } from '#texts/lang.ts';
import { publicAnswer, publicQueues } from './answers.server.ts';
import { topics } from './topics.ts';

export interface FrontPage {
	/** Of all lines, urgent ones first. */
	topics: { slug: string; name: string; urgent: boolean; queue: string; line: string }[];
	lines: BestTime[];
}

/** "What is it about?": the topics of all public lines, and the lines with their verdicts. */
export async function frontPage(database: Database, lang: Lang, now: number): Promise<FrontPage> {
	const stored = await publicQueues(database);
	const lines = await Promise.all(stored.map((line) => publicAnswer(database, line, { lang, now })));
	const all = stored.flatMap(({ queue }) =>
		topics(queue, lang).map(({ slug, name, urgent }) => ({
			slug,
			name,
			urgent,
			queue: queue.slug,
			line: queue.name[lang]
		}))
	);
	return { topics: all.sort((a, b) => Number(b.urgent) - Number(a.urgent)), lines };
}
