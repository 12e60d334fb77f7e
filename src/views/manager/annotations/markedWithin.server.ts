import type { Database } from '#records/database.server.ts';
import { readAnnotations } from '#records/annotations.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { annotationsTexts } from '#texts/annotations.ts';
import { formatNumber } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import type { Interval } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';
import { markNote } from './wordMarks.ts';

/** More would be a list under the finding; the page of annotations has all. */
const mostNamed = 4;

/** What is marked in a range, as a sentence, for what has no axis of time; null: nothing. The newest are named. */
export async function markedWithin(
	database: Pick<Database, 'db' | 'sql'>,
	{ id, queue: { zone } }: StoredQueue,
	{ startAt, endAt }: Interval,
	lang: Lang
): Promise<string | null> {
	const found = await readAnnotations(database, id, { fromAt: startAt, toAt: endAt });
	if (found.length === 0) return null;
	const yearOf = (at: number) => wallTime(zone, at).date.slice(0, 4);
	const year = yearOf(startAt) !== yearOf(endAt - 1);
	const named = found.slice(-mostNamed).map((one) => markNote(zone, one, lang, { year }));
	const earlier = found.length - named.length;
	return annotationsTexts(lang).within(named, earlier === 0 ? null : formatNumber(earlier, lang));
}
