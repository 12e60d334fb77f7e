import type { Annotation } from '#model/annotation.ts';
import { lastDeleted, readAnnotations } from '#records/annotations.server.ts';
import type { Database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { annotationsTexts } from '#texts/annotations.ts';
import { formatNumber, formatTime } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import { formatSpan } from '#texts/formatSpan.ts';
import type { Lang } from '#texts/lang.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';
import { floorTo } from '#time/intervals.ts';
import { wallTime } from '#time/zone.ts';
import { localText } from '../localInstant.ts';
import type { AnnotationFields } from './annotationForm.ts';

export interface AnnotationRow {
	id: string;
	when: string;
	text: string;
	leaveOut: boolean;
	ofAll: boolean;
	who: string;
}

export interface AnnotationsPage {
	slug: string;
	name: string;
	lead: string;
	/** What has just been done. */
	done: AnnotationsDone | null;
	zone: string;
	/** The newest first. */
	rows: AnnotationRow[];
	/** The one that is being changed. */
	editing: string | null;
	fields: AnnotationFields;
	lastDeleted: { id: string; sentence: string } | null;
	mayWrite: boolean;
	/** What can be marked: who is for named queues marks only these. */
	scopes: readonly ('queue' | 'all')[];
}

const doings = ['saved', 'removed', 'undone'] as const;
export type AnnotationsDone = (typeof doings)[number];

export interface AnnotationsAsked {
	query: URLSearchParams;
	now: number;
	lang: Lang;
	mayWrite: boolean;
	ownOnly?: boolean;
}

const hourMs = 3_600_000;
/** So long after a deletion it is offered to take it back. */
const offeredMs = 86_400_000;

/** A queue's page of annotations, or null where there is no such queue. `query`: `edit`, the id of one to change, `done`. */
export async function annotationsPage(
	database: Database,
	slug: string,
	{ query, now, lang, mayWrite, ownOnly = false }: AnnotationsAsked
): Promise<AnnotationsPage | null> {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { zone, name } = stored.queue;
	const found = (await readAnnotations(database, stored.id)).reverse();
	const editing = found.find(({ id }) => id === query.get('edit')) ?? null;
	const deleted = await lastDeleted(database, stored.id);
	const dayAndTime = (at: number) =>
		`${formatDay(wallTime(zone, at).date, lang)} ${formatTime(at, lang, zone)}`;
	const texts = annotationsTexts(lang);
	return {
		slug,
		name: name[lang],
		lead: lead(found, lang),
		done: doings.find((doing) => doing === query.get('done')) ?? null,
		zone: zoneLabel(zone, lang, now),
		rows: found.map(({ id, queueId, text, leaveOut, by, ...range }) => ({
			id,
			when: formatSpan(zone, range, lang, { year: true }),
			text,
			leaveOut,
			ofAll: queueId === null,
			who: by
		})),
		editing: editing?.id ?? null,
		fields: editing ? fieldsOf(zone, editing) : lastHour(zone, now),
		lastDeleted:
			deleted && mayWrite && now - deleted.deletedAt < offeredMs
				? { id: deleted.id, sentence: texts.deleted(deleted.text, dayAndTime(deleted.deletedAt)) }
				: null,
		mayWrite,
		scopes: ownOnly ? ['queue'] : ['queue', 'all']
	};
}

function lead(found: readonly Annotation[], lang: Lang): string {
	const texts = annotationsTexts(lang);
	if (found.length === 0) return texts.none;
	const leftOut = found.filter(({ leaveOut }) => leaveOut).length;
	return texts.count(formatNumber(found.length, lang), found.length === 1, formatNumber(leftOut, lang));
}

function fieldsOf(zone: string, { fromAt, toAt, text, queueId, leaveOut }: Annotation): AnnotationFields {
	return {
		from: localText(zone, fromAt),
		to: localText(zone, toAt),
		text,
		scope: queueId === null ? 'all' : 'queue',
		leaveOut
	};
}

/** What is marked has often just happened. */
function lastHour(zone: string, now: number): AnnotationFields {
	const toAt = floorTo(zone, now, 'hour');
	const hour = { from: localText(zone, toAt - hourMs), to: localText(zone, toAt) };
	return { ...hour, text: '', scope: 'queue', leaveOut: true };
}
