import type { ChartMarks } from '#charts/marks.ts';
import type { Database } from '#records/database.server.ts';
import { readAnnotations } from '#records/annotations.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import type { Lang } from '#texts/lang.ts';
import type { Interval } from '#time/intervals.ts';
import { wordMarks } from './wordMarks.ts';

/**
 * What is marked in a chart's intervals, which are in order and equally wide on its axis; null: nothing. `first`: the
 * number of its first mark, where those of another series go before.
 */
export async function chartMarks(
	database: Pick<Database, 'db' | 'sql'>,
	{ id, queue: { zone } }: StoredQueue,
	intervals: readonly Interval[],
	lang: Lang,
	{ first: firstNumber = 1 } = {}
): Promise<ChartMarks | null> {
	const [first, last] = [intervals[0], intervals.at(-1)];
	if (!first || !last) return null;
	const found = await readAnnotations(database, id, { fromAt: first.startAt, toAt: last.endAt });
	return found.length === 0 ? null : wordMarks(zone, intervals, found, lang, firstNumber);
}
