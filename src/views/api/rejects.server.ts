import type { RequestEvent } from '@sveltejs/kit';
import { listRejects, type RejectFilter, type StoredReject } from '#records/rejects.server.ts';
import { readEnd } from '#time/parseRange.ts';
import { product } from '#work/product.server.ts';
import { authorize } from './authorize.server.ts';
import { problem } from './problem.ts';

const aPage = 100;

/**
 * `GET /api/v1/rejects`: refused records with what was sent, the latest first, of one source, format or code, or of a
 * time; `cursor` takes up where a page ended.
 */
export async function getRejects(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	const query = event.url.searchParams;
	const cursor = query.get('cursor');
	if (cursor !== null && !/^\d{1,15}$/.test(cursor))
		return wrong('cursor', 'cursor must be one that an answer gave.');
	const filter = readFilter(query, product().settings.zone);
	if (filter instanceof Response) return filter;
	const page = { before: cursor === null ? null : Number(cursor), limit: aPage };
	const rows = await listRejects(product().database, filter, page);
	return Response.json({
		rejects: rows.map(asJson),
		cursor: rows.length === aPage ? String(rows.at(-1)?.id) : null
	});
}

function asJson(row: StoredReject) {
	return {
		received_at: row.receivedAt.toISOString(),
		source: row.source,
		format: row.format,
		line: row.line,
		id: row.recordId,
		field: row.field,
		code: row.code,
		message: row.message,
		text: row.text
	};
}

function readFilter(query: URLSearchParams, zone: string): RejectFilter | Response {
	const filter: RejectFilter = {
		source: query.get('source'),
		format: query.get('format'),
		code: query.get('code'),
		fromAt: null,
		toAt: null
	};
	for (const [name, end] of [
		['from', 'fromAt'],
		['to', 'toAt']
	] as const) {
		const text = query.get(name);
		if (!text) continue;
		const at = readEnd(zone, text);
		if (at === null)
			return wrong(name, `${name} must be a date (2026-03-02) or an instant (2026-03-02T09:15:00+08:00).`);
		filter[end] = at;
	}
	return filter;
}

function wrong(field: string, detail: string): Response {
	return problem(400, 'Wrong parameter', detail, { field });
}
