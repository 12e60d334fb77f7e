import { cleanCell } from '#sources/csv/cleanCell.ts';
import { meaningOf, wordKey, type WordMeaning } from '#sources/csv/csvOutcome.ts';
import { csvFields, type CsvField } from '#sources/csv/csvOptions.ts';
import { dateOrderOf } from '#sources/csv/csvTime.ts';
import type { PreviewRow } from '#ingest/previewBody.ts';
import { formatClock, formatDate, formatNumber, unknown } from '#texts/format.ts';
import { importingTexts } from '#texts/importing.ts';
import type { Lang } from '#texts/lang.ts';
import { rejectsTexts } from '#texts/rejects.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import type { ImportPreview } from './previewImport.server.ts';

const shownRows = 12;
const shownRejects = 12;
const mostWords = 15;

/** A row of the preview, ready to be shown. */
export interface ShownRow {
	key: string;
	line: string;
	call: {
		queue: string;
		enqueued: string;
		outcome: string;
		wait: string;
		talk: string;
		agent: string;
		lines: string | null;
	} | null;
	/** Why it is none, or what else it is. */
	note: { reason: string; field: string | null; message: string | null; text: string | null } | null;
}

/** What a file's beginning says, and how it is read, in words of the reader. */
export function previewView(preview: ImportPreview, { lang, now }: { lang: Lang; now: number }) {
	const { rows, unreadable, query, format, charset, zone, isWhole } = preview;
	const texts = importingTexts(lang);
	const show = rowShower(lang, zone);
	const refused = rows.filter((row) => 'problem' in row);
	const first = rows.slice(0, shownRows);
	const later = rows.slice(shownRows).filter((row) => 'problem' in row);
	const calls = rows.flatMap((row) => ('call' in row ? [row.call] : []));
	const ids = new Set(calls.map((call) => call.id));
	return {
		query: query.toString(),
		format,
		charset,
		zone,
		zoneLabel: zoneLabel(zone, lang, now),
		isWhole,
		finding: finding(preview, ids.size, lang),
		calls: isWhole ? formatNumber(ids.size, lang) : null,
		canImport: unreadable === null && (calls.length > 0 || !isWhole),
		unreadable:
			unreadable === null
				? null
				: { text: texts.preview.unreadable, message: isTimeMissing(preview) ? null : unreadable },
		chooseTime: isTimeMissing(preview) ? texts.preview.chooseTime : null,
		rows: [...first, ...later.slice(0, shownRejects)].map(show),
		rest:
			later.length > shownRejects
				? texts.preview.rest(formatNumber(later.length - shownRejects, lang))
				: null,
		/** A row was refused for want of a queue. */
		isQueueAsked: refused.some(({ problem }) => problem.field === 'queue' && problem.code === 'required'),
		table: preview.table === null ? null : tableView(preview.table, query)
	};
}

function isTimeMissing({ table }: ImportPreview): boolean {
	if (table === null) return false;
	return !(['enqueued_at', 'answered_at', 'ended_at'] as const).some((field) =>
		table.layout.places.has(field)
	);
}

function finding({ rows, isWhole, zone }: ImportPreview, count: number, lang: Lang): string {
	const texts = importingTexts(lang).preview;
	const calls = rows.flatMap((row) => ('call' in row ? [row.call] : []));
	const refused = rows.filter((row) => 'problem' in row).length;
	const bad = refused === 0 ? null : formatNumber(refused, lang);
	if (calls.length === 0) return texts.nothing(bad);
	const { from, to } = daySpan(
		calls.map((call) => call.enqueuedAt),
		zone,
		lang
	);
	const queues = [...new Set(calls.map((call) => call.queue))];
	return texts.found(isWhole, formatNumber(count, lang), queues, from, to, bad);
}

/** The first and the last day of some instants. */
export function daySpan(instants: number[], zone: string, lang: Lang): { from: string; to: string } {
	let [first, last] = [Infinity, -Infinity];
	for (const at of instants) {
		if (at < first) first = at;
		if (at > last) last = at;
	}
	const day = (at: number) =>
		formatDate(at, lang, zone, { day: 'numeric', month: lang === 'zh' ? 'long' : 'short', year: 'numeric' });
	return { from: day(first), to: day(last) };
}

function rowShower(lang: Lang, zone: string): (row: PreviewRow, i: number) => ShownRow {
	const texts = importingTexts(lang);
	const reasons = rejectsTexts(lang);
	return (row, i) => {
		const base = { key: `${row.line} ${i}`, line: formatNumber(row.line, lang), call: null, note: null };
		if ('deleted' in row)
			return {
				...base,
				note: { reason: texts.preview.deleted(row.deleted), field: null, message: null, text: null }
			};
		if ('problem' in row) {
			const { code, field, message } = row.problem;
			const reason = reasons.reason(code);
			return {
				...base,
				note: { reason, field: fieldName(field, lang), message, text: row.text.slice(0, 400) }
			};
		}
		const { call } = row;
		const waitedUntil = call.answeredAt ?? call.endedAt;
		return {
			...base,
			call: {
				queue: call.queue,
				enqueued: dayAndTime(call.enqueuedAt, lang, zone),
				outcome: texts.outcomes[call.outcome],
				wait: waitedUntil === null ? unknown : formatClock((waitedUntil - call.enqueuedAt) / 1000),
				talk: formatClock(call.talkSeconds),
				agent: call.agent ?? '',
				lines: call.lines > 1 ? texts.preview.ofLines(formatNumber(call.lines, lang)) : null
			}
		};
	};
}

/** The column that is wrong; of a table without it, the field that it would be. */
export function fieldName(field: string | null, lang: Lang): string | null {
	const { fieldNames, preview } = importingTexts(lang);
	const known = csvFields.find((name) => name === field);
	if (known) return fieldNames[known];
	return field === null ? null : preview.field(field);
}

/** With the month as a word, so that nobody reads the day for it. */
function dayAndTime(at: number, lang: Lang, zone: string): string {
	return formatDate(at, lang, zone, {
		year: 'numeric',
		month: lang === 'zh' ? 'long' : 'short',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		hourCycle: 'h23'
	});
}

function tableView({ layout, options }: NonNullable<ImportPreview['table']>, query: URLSearchParams) {
	const places: Partial<Record<CsvField, string>> = {};
	for (const field of csvFields) {
		const [place] = layout.places.get(field) ?? [];
		if (place !== undefined) places[field] = `#${place + 1}`;
	}
	const timed = (['date', 'enqueued_at', 'answered_at', 'ended_at'] as const).flatMap(
		(field) => layout.places.get(field)?.flatMap((place) => layout.samples[place] ?? []) ?? []
	);
	return {
		delimiter: layout.delimiter,
		header: layout.header === 0 ? 'none' : String(layout.header),
		columns: layout.columns.map((name, i) => ({
			value: `#${i + 1}`,
			name,
			sample: [...new Set(layout.samples[i])].slice(0, 1).join('').slice(0, 30)
		})),
		places,
		/** Whether the order of day and month makes a difference in it. */
		hasOrder: dateOrderOf(timed) !== null || options.dates !== null,
		dates: layout.dates,
		ambiguousDate: layout.ambiguousDate,
		durations: options.durations,
		isGrouped: options.isGrouped,
		only: query
			.getAll('only')
			.map((pair) => pair.slice(pair.indexOf(':') + 1))
			.join(', '),
		onlyColumn: layout.only === null || layout.only === -1 ? '' : `#${layout.only + 1}`,
		words: wordsOf(layout, options)
	};
}

/** The different words of the column of outcomes, and what each means. */
function wordsOf(
	layout: NonNullable<ImportPreview['table']>['layout'],
	{ outcomes }: NonNullable<ImportPreview['table']>['options']
): { word: string; meaning: WordMeaning | '' }[] {
	const [place] = layout.places.get('outcome') ?? [];
	if (place === undefined) return [];
	const words = new Map<string, string>();
	for (const cell of layout.samples[place] ?? []) {
		const word = cleanCell(cell);
		if (word !== '' && !words.has(wordKey(word))) words.set(wordKey(word), word);
	}
	return [...words.values()]
		.slice(0, mostWords)
		.map((word) => ({ word, meaning: meaningOf(word, outcomes) ?? ('' as const) }));
}
