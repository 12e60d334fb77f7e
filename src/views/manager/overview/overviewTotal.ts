import type { ServiceLevel } from '#model/queue.ts';
import { formatNumber, formatPercent } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { managerTexts } from '#texts/manager.ts';
import { overviewTexts } from '#texts/overview.ts';
import type { KeyFigure } from '../keyFigures.ts';
import { serviceLevelMeaning } from '../keyFigures.ts';
import type { QueueToday } from './queueToday.ts';

export interface OverviewTotal {
	title: string;
	figures: KeyFigure[];
	note: string;
}

/**
 * The queues' days so far added up. The service level is the sum of those served in time over the sum of those counted,
 * each queue under its own formula, never a mean of rates.
 */
export function overviewTotal(
	counts: QueueToday['counts'][],
	levels: ServiceLevel[],
	{ chosen, zones }: { chosen: boolean; zones: number },
	lang: Lang
): OverviewTotal {
	const { total: texts, serviceLevel } = overviewTexts(lang);
	const { figures } = managerTexts(lang);
	const sum = (value: (one: QueueToday['counts']) => number) =>
		counts.reduce((all, one) => all + value(one), 0);
	const number = (value: number) => formatNumber(value, lang);
	const share = (parts: (one: QueueToday['counts']) => [number, number]) => {
		const of = sum((one) => parts(one)[1]);
		return formatPercent(of > 0 ? sum((one) => parts(one)[0]) / of : null, lang);
	};
	const known = counts.flatMap(({ present }) => present ?? []);
	const presentFigure = (name: string, value: (one: (typeof known)[number]) => number): KeyFigure => ({
		name,
		value: known.length === 0 ? '–' : number(known.reduce((all, one) => all + value(one), 0)),
		meaning: known.length === counts.length ? '' : texts.presentOf(known.length, counts.length)
	});
	const meanings = new Set(levels.map((level) => serviceLevelMeaning(level, lang)));
	const [meaning = ''] = meanings;
	return {
		title: chosen ? texts.chosen(counts.length) : texts.all(counts.length),
		figures: [
			presentFigure(texts.waiting, ({ waiting }) => waiting),
			presentFigure(texts.talking, ({ talking }) => talking),
			{ name: texts.offered, value: number(sum((one) => one.offered)), meaning: figures.offered[1] },
			{
				name: serviceLevel,
				value: share((one) => one.level),
				meaning: meanings.size > 1 ? texts.mixed : meaning
			},
			{
				name: figures.abandonment[0],
				value: share((one) => one.gaveUp),
				meaning: figures.abandonment[1]
			},
			{ name: texts.answered, value: number(sum((one) => one.answered)), meaning: figures.answered[1] },
			{ name: texts.flowedOut, value: number(sum((one) => one.flowedOut)), meaning: figures.flowedOut[1] }
		],
		note: zones > 1 ? texts.zones : ''
	};
}
