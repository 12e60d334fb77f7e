import { hasAnyCall } from '#rollups/hasAnyCall.server.ts';
import { formatNumber, formatSeconds, unknown } from '#texts/format.ts';
import { formatLag } from '#texts/formatLag.ts';
import { formatSpan } from '#texts/formatSpan.ts';
import { healthTexts, type HealthTexts } from '#texts/health.ts';
import type { Lang } from '#texts/lang.ts';
import { product } from '#work/product.server.ts';
import { readerSources, type ReaderSource } from '../../readerSources.server.ts';
import { moment } from '../moments.ts';
import { healthLead, isPastOnly } from './healthLead.ts';
import { problemSentence } from './problemSentence.ts';

export interface SourceRow {
	source: string;
	queues: { slug: string; name: string }[];
	state: string;
	isFine: boolean;
	last: string;
	delay: string;
	usual: string;
	rate: string;
	read: string;
	refused: string;
	/** To the records that could not be read; null: there are none, or they are not for this reader. */
	refusedQuery: `?${string}` | null;
	ahead: string;
}

export interface HealthPage {
	lead: string;
	/** All that is wrong, beside what the lead says. */
	problems: string[];
	sources: SourceRow[];
	gaps: { source: string; spans: string[] }[];
}

interface Asked {
	/** Slugs of the reader's queues; null: all. */
	queues: string[] | null;
	now: number;
	lang: Lang;
}

/** How the sources of a reader's queues do. */
export async function healthPage({ queues, now, lang }: Asked): Promise<HealthPage> {
	const sources = (await readerSources(queues, now)).sort((a, b) => b.problems.length - a.problems.length);
	const texts = healthTexts(lang);
	const sentences = sources.flatMap(({ source, zone, problems }) =>
		problems.map((problem) => problemSentence(source, problem, { lang, zone, now }))
	);
	const [first, ...others] = sentences;
	const hasCalls = sources.length > 0 || (await hasAnyCall(product().database, queues));
	return {
		lead: first ?? healthLead(sources, { hasCalls, lang }),
		problems: others,
		sources: sources.map((one) => sourceRow(one, texts, { queues, now, lang })),
		gaps: sources
			.filter(({ gaps }) => gaps.length > 0)
			.map(({ source, gaps, zone }) => ({
				source,
				spans: gaps.map(({ fromAt, toAt }) =>
					toAt === null
						? texts.gaps.lasts(moment(fromAt, { lang, zone, now }))
						: texts.gaps.span(
								formatSpan(zone, { fromAt, toAt }, lang),
								formatSeconds((toAt - fromAt) / 1000, lang)
							)
				)
			}))
	};
}

function sourceRow(one: ReaderSource, texts: HealthTexts, { queues, now, lang }: Asked): SourceRow {
	const { source, zone, problems, receivedAt, delayMs, usualDelayMs, perMinute, aheadMs, refused } = one;
	const seconds = (ms: number | null) => formatSeconds(ms === null ? null : ms / 1000, lang);
	const lag = (ms: number | null) => formatLag(ms === null ? null : ms / 1000, lang);
	const pastOnly = isPastOnly(one);
	const comma = lang === 'zh' ? '、' : ', ';
	return {
		source,
		queues: one.queues.map(({ queue }) => ({ slug: queue.slug, name: queue.name[lang] })),
		state:
			problems.length === 0
				? texts.sources.states.fine
				: problems.map(({ kind }) => texts.sources.states[kind]).join(comma),
		isFine: problems.length === 0,
		last: moment(receivedAt, { lang, zone, now }),
		delay: pastOnly ? texts.sources.pastOnly : lag(delayMs),
		usual: pastOnly ? unknown : lag(usualDelayMs),
		rate: formatNumber(perMinute, lang, perMinute > 0 && perMinute < 10 ? 1 : 0),
		read: formatNumber(one.read, lang),
		refused: formatNumber(refused, lang),
		refusedQuery: refused > 0 && queues === null ? `?${new URLSearchParams({ source })}` : null,
		ahead: aheadMs === null || aheadMs < 1000 ? unknown : seconds(aheadMs)
	};
}
