import { fewestBlocks } from '#analysis/compareDays.ts';
import type { Person } from '#model/person.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { offered } from '#rollups/tally.ts';
import { formatNumber } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { compareTexts } from '#texts/compare.ts';
import { serviceLevelMeaning } from '../keyFigures.ts';
import { comparison } from './comparison.server.ts';
import { compareLead, comparedRows, hasNoCalls } from './comparedRows.ts';
import { pairMarks } from './pairMarks.server.ts';
import { pairPoints } from './pairPoints.ts';

interface CompareAsked {
	query: URLSearchParams;
	now: number;
	lang: Lang;
	/** Who looks: the other queue must be one of theirs. */
	reader: Pick<Person, 'role' | 'queues'> | null;
}

/** A queue's range beside another, or null where there is no such queue. */
export async function comparePage(
	database: Database,
	slug: string,
	{ query, now, lang, reader }: CompareAsked
) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const found = await comparison(database, stored, { query, now, reader });
	const { address, other, isOtherQueue, others, pairs, compared, otherKinds, begins } = found;
	const texts = compareTexts(lang);
	const day = (date: string) => formatDay(date, lang, { year: true });
	const range = (first: string | undefined, last: string | undefined) =>
		first === undefined || last === undefined
			? ''
			: first === last
				? day(first)
				: texts.range(day(first), day(last));
	const [firstPair, lastPair] = [pairs[0], pairs.at(-1)];
	const ranges = {
		a: range(firstPair?.date, lastPair?.date),
		b: range(firstPair?.otherDate, lastPair?.otherDate)
	};
	const names = isOtherQueue
		? {
				a: texts.sideOf(stored.queue.name[lang], ranges.a),
				b: texts.sideOf(other.queue.name[lang], ranges.b)
			}
		: ranges;
	const levels = [stored, other].map(({ queue }) => serviceLevelMeaning(queue.service_level, lang));
	const left = texts.remaining(formatNumber(pairs.length, lang), formatNumber(address.days, lang));
	return {
		slug,
		name: stored.queue.name[lang],
		address,
		pinned: { from: address.from, to: address.to, with: address.against },
		choices: others.map(({ queue }) => ({ slug: queue.slug, name: queue.name[lang] })),
		empty: pairs.length === 0 || hasNoCalls(compared),
		/** Too few days for any difference to be told. */
		few: pairs.length < fewestBlocks,
		names,
		lead: compareLead(compared, pairs.length, lang),
		/** What is different from what was asked for. */
		notices: [
			...(address.exchanged ? [texts.exchanged] : []),
			...begins.map(({ stored, date }) => texts.begins(stored.queue.name[lang], day(date))),
			...(begins.length > 0 ? [left] : [])
		],
		rows: comparedRows(compared, lang),
		notes: {
			pairs: pairs.length,
			shiftWeeks: address.shiftDays / 7,
			otherKinds,
			capped: address.capped,
			levels: levels[0] === levels[1] ? [] : levels
		},
		totals: {
			a: pairs.reduce((sum, pair) => sum + offered(pair.a), 0),
			b: pairs.reduce((sum, pair) => sum + offered(pair.b), 0)
		},
		points: pairPoints(pairs, lang),
		marks: await pairMarks(database, found, names, lang),
		weekly: pairs.length > 92
	};
}
