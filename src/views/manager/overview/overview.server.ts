import { group } from 'd3';
import { firstCallCommand } from '#access/firstCall.server.ts';
import { mayRead, type Person } from '#model/person.ts';
import type { Database } from '#records/database.server.ts';
import { listQueues, type StoredQueue } from '#records/queues.server.ts';
import { readCalendar } from '#records/specialDays.server.ts';
import { formatTime } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';
import { estimatesOf } from '#work/estimates.server.ts';
import { serviceLevelMeaning } from '../keyFigures.ts';
import { likeLoads } from '../likeLoads.server.ts';
import { overviewLead } from './overviewLead.ts';
import { overviewOrder } from './overviewOrder.ts';
import { overviewTotal, type OverviewTotal } from './overviewTotal.ts';
import { queueToday, type QueueToday } from './queueToday.ts';

export interface Overview {
	lead: string;
	asOf: string;
	queues: QueueToday[];
	/** Slugs that the address names; none: all are counted. */
	chosen: string[];
	total: OverviewTotal | null;
	/** Each formula in force, in full. */
	formulas: string[];
	firstCall: { curl: string } | null;
}

export interface OverviewAsked {
	query: URLSearchParams;
	origin: string;
	now: number;
	lang: Lang;
	reader: Pick<Person, 'role' | 'queues'> | null;
}

/** The reader's queues today, first those that need somebody; without any, how to send the first call. */
export async function overview(
	database: Database,
	{ query, origin, now, lang, reader }: OverviewAsked
): Promise<Overview> {
	const existing = await listQueues(database);
	const stored = existing.filter(({ queue }) => mayRead(reader, queue.slug));
	const zone = stored[0]?.queue.zone ?? 'UTC';
	const empty = {
		lead: '',
		asOf: formatTime(now, lang, zone),
		queues: [],
		chosen: [],
		total: null,
		formulas: []
	};
	// The line to paste carries a key for all queues.
	if (existing.length === 0 && reader?.role === 'admin' && reader.queues === null)
		return { ...empty, firstCall: { curl: await firstCallCommand(database, origin, now) } };
	if (stored.length === 0) return { ...empty, lead: managerTexts(lang).overview.none, firstCall: null };
	const queues = overviewOrder(await readAll(database, stored, now, lang), lang);
	const asked = new Set(query.getAll('queue'));
	const chosen = queues.filter(({ slug }) => asked.has(slug));
	const counted = chosen.length > 0 ? chosen : queues;
	const levels = stored.filter(({ queue }) => counted.some(({ slug }) => slug === queue.slug));
	return {
		...empty,
		lead: overviewLead(queues, lang),
		queues,
		chosen: chosen.map(({ slug }) => slug),
		total: overviewTotal(
			counted.map(({ counts }) => counts),
			levels.map(({ queue }) => queue.service_level),
			{ chosen: chosen.length > 0, zones: new Set(levels.map(({ queue }) => queue.zone)).size },
			lang
		),
		formulas: [...new Set(stored.map(({ queue }) => serviceLevelMeaning(queue.service_level, lang)))].sort(),
		firstCall: null
	};
}

async function readAll(
	database: Database,
	stored: StoredQueue[],
	now: number,
	lang: Lang
): Promise<QueueToday[]> {
	const all = await Promise.all(
		stored.map(async (one) => ({ ...one, calendar: await readCalendar(database, one) }))
	);
	const estimates = estimatesOf(database);
	const otherZone = new Set(all.map(({ queue }) => queue.zone)).size > 1;
	// Queues of one zone and calendar are like the same days, and are read together.
	const places = [
		...group(
			all,
			({ queue }) => queue.zone,
			({ calendar }) => calendar
		)
	].flatMap(([zone, byCalendar]) =>
		[...byCalendar].map(([calendar, queues]) => ({ zone, calendar, queues }))
	);
	const groups = await Promise.all(
		places.map(async ({ zone, calendar, queues }) => {
			const loads = await likeLoads(database, queues, { zone, calendar }, now);
			return queues.flatMap(({ id, queue }, i) => {
				const load = loads[i];
				const line = estimates?.state(id, now) ?? null;
				return load ? [queueToday({ ...queue, calendar }, load, line, { now, lang, otherZone })] : [];
			});
		})
	);
	return groups.flat();
}
