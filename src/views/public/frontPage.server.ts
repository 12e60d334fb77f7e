import type { BestTime } from '#model/publicAnswer.ts';
import type { PublicChannel } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { freezeUrl } from '#texts/guide.ts';
import type { Lang } from '#texts/lang.ts';
import { publicAnswer, publicQueues } from './answers.server.ts';
import { channelsOf } from './callGuide.server.ts';
import { topics } from './topics.ts';

/** A public line on the front page. */
export interface Line {
	answer: BestTime;
	channels: PublicChannel[];
}

/** What somebody may call about, and the line for it. */
export interface FrontTopic {
	slug: string;
	name: string;
	line: BestTime;
	freezeUrl: string | null;
}

export interface FrontPage {
	/** To call about at once. */
	urgent: FrontTopic[];
	/** All others, of all lines. */
	topics: FrontTopic[];
	lines: Line[];
}

/** "What is it about?": the topics of all public lines, and the lines with their verdicts. */
export async function frontPage(database: Database, lang: Lang, now: number): Promise<FrontPage> {
	const stored = await publicQueues(database);
	const found = await Promise.all(
		stored.map(async (line) => {
			const answer = await publicAnswer(database, line, { lang, now });
			return {
				line: { answer, channels: channelsOf(line.queue, lang) },
				topics: topics(line.queue, lang).map(({ slug, name, urgent }) => ({
					...{ slug, name, urgent, line: answer, freezeUrl: freezeUrl(line.queue, lang) }
				}))
			};
		})
	);
	const all = found.flatMap((one) => one.topics);
	return {
		urgent: all.filter(({ urgent }) => urgent),
		topics: all.filter(({ urgent }) => !urgent),
		lines: found.map(({ line }) => line)
	};
}
