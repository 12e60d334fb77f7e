import type { Accuracy } from '#analysis/forecast/accuracy.ts';
import { horizonGroup } from '#analysis/forecast/horizons.ts';
import { naiveMethods } from '#analysis/forecast/naiveWeek.ts';
import type { ForecastDate, ForecastMethod } from '#model/forecast.ts';
import { formatNumber, formatPercent } from '#texts/format.ts';
import { forecastTexts } from '#texts/forecast.ts';
import type { Lang } from '#texts/lang.ts';

export interface AccuracyView {
	sentences: string[];
	methods: string[];
	rows: {
		name: string;
		/** The error of each method, in the order of `methods`. */
		errors: { text: string; isBest: boolean }[];
		held: string;
		day: string;
		days: string;
	}[];
}

/** Ours first, then what it has to beat. */
const methodNames = ['offpeak', ...naiveMethods] as const;
/** On fewer days nothing is said about accuracy. */
const fewestDays = 5;

/** How near the forecasts of the last weeks have been; null before enough of them can be judged. */
export function accuracyView(
	accuracy: readonly Accuracy[],
	dates: readonly ForecastDate[],
	lang: Lang
): AccuracyView | null {
	const texts = forecastTexts(lang);
	const judged = accuracy.filter(({ days, wape }) => days >= fewestDays && wape.offpeak !== null);
	if (judged.length === 0) return null;
	const percent = (rate: number | null) => formatPercent(rate, lang);
	const whole = (count: number) => formatNumber(count, lang);
	return {
		sentences: [
			...nearSentences(judged, lang),
			...usedSentences(dates, lang),
			...replayedSentence(judged, lang)
		],
		methods: methodNames.map((name) => texts.methods[name]),
		rows: judged.map(({ ahead, wape, held, dayWape, days }) => {
			const least = Math.min(...methodNames.map((name) => wape[name] ?? Infinity));
			return {
				name: aheadName(ahead, lang),
				errors: methodNames.map((name) => ({ text: percent(wape[name]), isBest: wape[name] === least })),
				held: formatPercent(held, lang, 0),
				day: percent(dayWape.offpeak),
				days: whole(days)
			};
		})
	};
}

function nearSentences(judged: readonly Accuracy[], lang: Lang): string[] {
	const texts = forecastTexts(lang);
	const first = judged.find(({ ahead }) => ahead === 1);
	if (!first) return [];
	const naive = naiveMethods.reduce((best, name) =>
		(first.wape[name] ?? Infinity) < (first.wape[best] ?? Infinity) ? name : best
	);
	return [
		texts.accuracy.nearer(
			formatPercent(first.wape.offpeak, lang),
			formatPercent(first.wape[naive], lang),
			texts.methods[naive]
		),
		texts.accuracy.daily(formatPercent(first.dayWape.offpeak, lang)),
		...(first.held === null ? [] : [texts.accuracy.held(formatPercent(first.held, lang, 0))])
	];
}

/** Which method the forecast at hand was made with, by how far ahead. */
function usedSentences(dates: readonly ForecastDate[], lang: Lang): string[] {
	const texts = forecastTexts(lang);
	const naive = new Map<string, ForecastMethod>();
	for (const { ahead, reasons } of dates)
		if (ahead > 0 && reasons.method !== 'offpeak') naive.set(horizonGroup(ahead), reasons.method);
	if (naive.size === 0) return [texts.accuracy.ownUsed];
	return [...naive].map(([group, method]) =>
		texts.accuracy.naiveWins(groupName(group, lang), texts.methods[method])
	);
}

/** Of the forecasts made a day before, which of all kinds most can be judged of. */
function replayedSentence(judged: readonly Accuracy[], lang: Lang): string[] {
	const [first] = judged;
	if (!first || first.replayed === 0) return [];
	const whole = (count: number) => formatNumber(count, lang);
	return [forecastTexts(lang).accuracy.replayed(whole(first.replayed), whole(first.days))];
}

function aheadName(ahead: number, lang: Lang): string {
	const names: Record<number, string> = forecastTexts(lang).accuracy.aheadNames;
	return names[ahead] ?? String(ahead);
}

function groupName(group: string, lang: Lang): string {
	return forecastTexts(lang).accuracy.daysAhead(group.replace('-', '–'));
}
