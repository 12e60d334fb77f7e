import type { Product } from '#work/product.server.ts';
import { saveIntake } from '#work/intake.server.ts';
import { listIntake, type SourceIntake } from '#records/intake.server.ts';
import { hasAnyCall } from '#rollups/hasAnyCall.server.ts';
import { countRejects, listRejects, type RejectFilter, type StoredReject } from '#records/rejects.server.ts';
import { formatDate, formatNumber, unknown } from '#texts/format.ts';
import { formatLag } from '#texts/formatLag.ts';
import type { Lang } from '#texts/lang.ts';
import { rejectsTexts } from '#texts/rejects.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { withQuery } from '../withQuery.ts';
import { filterOf, rejectsAddress } from './rejectsAddress.ts';
import { rejectsFinding } from './rejectsFinding.ts';

const aPage = 50;
const everything: RejectFilter = { source: null, format: null, code: null, fromAt: null, toAt: null };

/** What could not be read: the finding, the sources, the reasons, and a page of the records with what was sent. */
export async function rejectsPage(
	{ database, settings, ingest }: Pick<Product, 'database' | 'settings' | 'ingest'>,
	query: URLSearchParams,
	{ lang, now }: { lang: Lang; now: number }
) {
	await saveIntake(database, ingest.intake);
	const { zone, rejectsDays } = settings;
	const address = rejectsAddress(query);
	const filter = filterOf(address, zone);
	const isAll = Object.values(filter).every((part) => part === null);
	const [sources, counts] = await Promise.all([listIntake(database), countRejects(database, everything)]);
	const hasSources = sources.length > 0;
	const hasCalls = hasSources || (await hasAnyCall(database));
	const [found, rows] = await Promise.all([
		isAll ? counts : countRejects(database, filter),
		listRejects(database, filter, { before: address.before, limit: aPage })
	]);
	const texts = rejectsTexts(lang);
	const show = shower(lang, zone);
	const chosen = withQuery(query, { before: null, lang: null });
	return {
		finding: rejectsFinding(counts, { lang, days: rejectsDays, hasSources, hasCalls }),
		days: formatNumber(rejectsDays, lang),
		zoneLabel: zoneLabel(zone, lang, now),
		address,
		isAll,
		sources: sources.map(show.source),
		reasons: counts.map(({ source, code, rejects, lastAt }) => ({
			key: `${source}/${code}`,
			source: source ?? texts.unknownSource,
			reason: texts.reason(code),
			count: formatNumber(rejects, lang),
			last: lastAt === null ? unknown : show.time(lastAt),
			query: source === null ? null : withQuery(new URLSearchParams(), { source, code })
		})),
		choices: {
			sources: distinct(counts.map(({ source }) => source)),
			codes: distinct(counts.map(({ code }) => code)).map((code) => ({ code, name: texts.reason(code) }))
		},
		found: formatNumber(
			found.reduce((sum, { rejects }) => sum + rejects, 0),
			lang
		),
		rejects: rows.map(show.reject),
		download: chosen,
		older: rows.length === aPage ? withQuery(query, { before: String(rows.at(-1)?.id) }) : null,
		latest: address.before === null ? null : withQuery(query, { before: null })
	};
}

const shownCharacters = 400;

function shower(lang: Lang, zone: string) {
	const texts = rejectsTexts(lang);
	const time = (at: Date) =>
		formatDate(at.getTime(), lang, zone, {
			month: 'short',
			day: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23'
		});
	return {
		time,
		source: ({ source, receivedAt, delayMs, calls, read, refused }: SourceIntake) => ({
			source,
			last: time(receivedAt),
			delay: formatLag(delayMs === null ? null : Math.max(0, delayMs / 1000), lang),
			calls: formatNumber(calls, lang),
			read: formatNumber(read, lang),
			refused: formatNumber(refused, lang)
		}),
		reject: ({ id, source, format, receivedAt, line, code, message, text, recordId }: StoredReject) => ({
			key: id,
			time: time(receivedAt),
			instant: receivedAt.toISOString(),
			source: source ?? texts.unknownSource,
			format: format === source ? null : format,
			line: texts.list.line(formatNumber(line, lang)),
			recordId,
			reason: texts.reason(code),
			message,
			text: text.slice(0, shownCharacters),
			whole:
				text.length > shownCharacters
					? { text, summary: texts.list.whole(formatNumber(text.length, lang)) }
					: null
		})
	};
}

function distinct<T>(values: (T | null)[]): T[] {
	return [...new Set(values)].filter((value) => value !== null).sort();
}
