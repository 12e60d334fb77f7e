import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { readTallies } from '#rollups/read.server.ts';
import { emptyTally, type Tally } from '#rollups/tally.ts';
import { quantileMs } from '#rollups/waits.ts';
import { formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { waitsTexts } from '#texts/waits.ts';
import { wallTime } from '#time/zone.ts';
import { waitFigures } from '#views/waits/waitFigures.ts';
import { markedWithin } from '../annotations/markedWithin.server.ts';
import { daysAddress, wholeDays } from '../days/daysAddress.ts';
import { daysText } from '../days/daysText.ts';
import { quickRanges } from '../quickRanges.ts';
import { mayChange, type Role } from '../settings/settingsPage.server.ts';
import { withQuery } from '../withQuery.ts';
import { askedLevel, saidLevel } from './askedLevel.ts';
import { courseView } from './courseView.ts';
import { levelsView } from './levelsView.ts';
import { patienceView } from './patienceView.ts';
import { spreadView } from './spreadView.ts';

interface Asked {
	query: URLSearchParams;
	now: number;
	lang: Lang;
	role: Role | undefined;
}

/** How long callers of a queue waited, and would wait; null where there is no such queue. */
export async function waitsPage(database: Database, slug: string, { query, now, lang, role }: Asked) {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { queue } = stored;
	const today = wallTime(queue.zone, now).date;
	const address = daysAddress(query, today);
	const interval = wholeDays(queue.zone, address);
	const [tally = emptyTally()] = await readTallies(database, [stored], [interval]);
	const asked = askedLevel(queue, { ...saidLevel(query), formula: null, target: null }, lang);
	const level = 'level' in asked ? asked.level : queue.service_level;
	const figures = waitFigures(tally);
	const range = daysText(address, today, lang);
	return {
		slug,
		name: queue.name[lang],
		lead: figures.callers === 0 ? waitsTexts(lang).none(range) : leadOf(tally, lang),
		address,
		pinned: { from: address.fromDate, to: address.toDate },
		quick: quickRanges(today),
		marked: await markedWithin(database, stored, interval, lang),
		waits:
			figures.callers === 0
				? null
				: {
						spread: spreadView(figures, level, range, lang),
						course: courseView(figures, level, range, lang),
						patience: patienceView(figures, range, lang)
					},
		levels: {
			...levelsView(tally, level, lang),
			level,
			mayChange: mayChange(role),
			saved: query.has('saved'),
			problems: 'problems' in asked ? asked.problems : [],
			own: isOwn(level, queue.service_level)
				? null
				: withQuery(query, { threshold: null, short: null, saved: null })
		}
	};
}

type Level = { threshold_seconds: number; short_abandon_seconds: number };

function isOwn(level: Level, own: Level): boolean {
	return (
		level.threshold_seconds === own.threshold_seconds &&
		level.short_abandon_seconds === own.short_abandon_seconds
	);
}

function leadOf(tally: Tally, lang: Lang): string {
	const wholeSeconds = tally.splitSeconds === 0;
	const quantile = (p: number) => formatSeconds((quantileMs(tally.waits, p, wholeSeconds) ?? 0) / 1000, lang);
	const gaveUp = formatPercent(tally.abandoned / (tally.answered + tally.abandoned), lang);
	const texts = waitsTexts(lang);
	const isHalfServedAtOnce = (quantileMs(tally.waits, 0.5, wholeSeconds) ?? 0) < 500;
	return isHalfServedAtOnce
		? texts.leadAtOnce(quantile(0.9), gaveUp)
		: texts.lead(quantile(0.5), quantile(0.9), gaveUp);
}
