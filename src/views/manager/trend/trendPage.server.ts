import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { figures, withinThreshold } from '#rollups/loadRow.ts';
import { firstDayAt, readTallies } from '#rollups/read.server.ts';
import { flowedOut, offered } from '#rollups/tally.ts';
import type { Lang } from '#texts/lang.ts';
import { trendTexts } from '#texts/trend.ts';
import { monthStart } from '#time/dates.ts';
import { intervals, nextStart, floorTo, type Interval } from '#time/intervals.ts';
import { addDays, dayStart, wallTime } from '#time/zone.ts';
import { chartMarks } from '../annotations/chartMarks.server.ts';
import { barNames } from '../barNames.ts';
import { measureView } from './measureView.ts';
import { trendAddress, type TrendAddress } from './trendAddress.ts';
import { trendFinding } from './trendFinding.ts';

/** Weeks or months of a queue; null where there is no such queue. */
export async function trendPage(
	database: Database,
	slug: string,
	{ query, now, lang }: { query: URLSearchParams; now: number; lang: Lang }
) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { zone, service_level, name } = stored.queue;
	const address = trendAddress(query);
	const today = wallTime(zone, now).date;
	const last = address.until && address.until < today ? address.until : today;
	const pinned = { by: address.grain, back: String(address.count), measure: address.measure, until: last };
	const head = { slug, name: name[lang], address, pinned };
	const firstAt = await firstDayAt(database, [stored]);
	if (firstAt === null) return { ...head, lead: trendTexts(lang).none, view: null };
	const parts = partsOf(zone, last, address).filter(({ endAt }) => endAt > firstAt);
	const [tallies, marks] = await Promise.all([
		readTallies(database, [stored], parts),
		chartMarks(database, stored, parts, lang)
	]);
	const names = barNames(zone, parts, address.grain, lang, { today });
	const rows = parts.map(({ startAt, endAt }, i) => {
		const tally = tallies[i];
		const partial = endAt > now || startAt < firstAt;
		return { label: names[i]?.label ?? '', tick: names[i]?.tick ?? null, partial, tally };
	});
	const known = rows.flatMap(({ tally, ...row }) =>
		tally
			? [{ ...row, tally, figures: figures(tally, withinThreshold(tally, service_level), service_level) }]
			: []
	);
	const whole = known.filter(({ partial }) => !partial);
	return {
		...head,
		lead: trendFinding(
			whole.map(({ label, tally }) => ({ label, offered: offered(tally) })),
			address.grain,
			lang
		),
		view: {
			bars: known.map(({ label, tick, tally }) => ({
				label,
				tick,
				answered: tally.answered,
				abandoned: tally.abandoned,
				flowedOut: flowedOut(tally),
				other: offered(tally) - tally.answered - tally.abandoned - flowedOut(tally),
				closed: false
			})),
			...measureView(known, { measure: address.measure, level: service_level, lang, marks }),
			marks
		}
	};
}

/** The asked number of whole weeks or months before the one of a date, and that one. */
function partsOf(zone: string, last: string, { grain, count }: TrendAddress): Interval[] {
	const runningAt = floorTo(zone, dayStart(zone, last), grain);
	const { date } = wallTime(zone, runningAt);
	const first = grain === 'week' ? addDays(date, -7 * count) : monthStart(date, -count);
	return intervals(zone, dayStart(zone, first), nextStart(zone, runningAt, grain), grain);
}
