import type { Database } from '#records/database.server.ts';
import type { Interval } from '#time/intervals.ts';
import { figuresStamp } from './figuresStamp.server.ts';
import type { ReadQueue } from './readLevel.ts';

export interface AnswerOf {
	/** All that the answer depends on beside figures: the question, settings, calendars (`identityOf`), the day. */
	key: string;
	/** Whose figures it is made of, and of what time. */
	queues: readonly ReadQueue[];
	range: Interval;
}

interface Kept<Answer> {
	stamp: string;
	value: Promise<Answer>;
	bytes: number;
}

interface Shelf<Answer> {
	/** The one that was used last comes last. */
	answers: Map<string, Kept<Answer>>;
	bytes: number;
}

/**
 * Keeps answers of one kind. What it gives returns an answer as it would be made now: the one that was made before, if
 * since then no figure that it is made of has changed, by this process or another (figuresStamp.server.ts). Those not
 * asked for the longest go first. Nobody may change what comes out.
 *
 * @param bytesOf about how much memory an answer holds
 */
export function keepAnswers<Answer>(mostBytes: number, bytesOf: (answer: Answer) => number) {
	const shelves = new WeakMap<Database['sql'], Shelf<Answer>>();

	const put = (shelf: Shelf<Answer>, key: string, kept: Kept<Answer>) => {
		shelf.answers.set(key, kept);
		shelf.bytes += kept.bytes;
		for (const [oldest, other] of shelf.answers) {
			if (shelf.bytes <= mostBytes) break;
			drop(shelf, oldest, other);
		}
	};
	const drop = (shelf: Shelf<Answer>, key: string, kept: Kept<Answer>) => {
		if (shelf.answers.get(key) !== kept) return;
		shelf.answers.delete(key);
		shelf.bytes -= kept.bytes;
	};

	return async (
		database: Pick<Database, 'sql'>,
		{ key: asked, queues, range }: AnswerOf,
		make: () => Promise<Answer>
	): Promise<Answer> => {
		const shelf = shelves.get(database.sql) ?? { answers: new Map<string, Kept<Answer>>(), bytes: 0 };
		shelves.set(database.sql, shelf);
		const names = queues.map(({ id, queue }) => `${id} ${queue.zone}`);
		const key = `${names.join()} ${range.startAt} ${range.endAt} ${asked}`;
		const stamp = await figuresStamp(database, queues, range);
		const known = shelf.answers.get(key);
		if (known) drop(shelf, key, known);
		if (known?.stamp === stamp) {
			put(shelf, key, known);
			return known.value;
		}
		const kept: Kept<Answer> = { stamp, value: make(), bytes: 0 };
		put(shelf, key, kept);
		try {
			const answer = await kept.value;
			if (shelf.answers.get(key) === kept) {
				drop(shelf, key, kept);
				kept.bytes = key.length + bytesOf(answer);
				put(shelf, key, kept);
			}
			return answer;
		} catch (error) {
			drop(shelf, key, kept);
			throw error;
		}
	};
}

const identities = new WeakMap<object, number>();
let latest = 0;

/** A number for an object that is replaced when what it says changes, such as a calendar. */
export function identityOf(object: object): number {
	const known = identities.get(object) ?? ++latest;
	identities.set(object, known);
	return known;
}
