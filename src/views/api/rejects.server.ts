import type { RequestEvent } from '@sveltejs/kit';
import { listRejects } from '#records/rejects.server.ts';
import { product } from '#work/product.server.ts';
import { authorize } from './authorize.server.ts';
import { problem } from './problem.ts';

/** `GET /api/v1/rejects`: refused records with what was sent, the latest first; `cursor` takes up where a page ended. */
export async function getRejects(event: RequestEvent): Promise<Response> {
	const allowed = await authorize(event, 'read');
	if (allowed instanceof Response) return allowed;
	if (allowed.queues !== null)
		return problem(
			403,
			'Not allowed',
			'Refused records belong to no queue: this needs a key for all queues.'
		);
	const cursor = event.url.searchParams.get('cursor');
	if (cursor !== null && !/^\d{1,15}$/.test(cursor))
		return problem(400, 'Wrong parameter', 'cursor must be one that an answer gave.', { field: 'cursor' });
	const rows = await listRejects(product().database, cursor === null ? null : Number(cursor));
	return Response.json({
		rejects: rows.map((row) => ({
			received_at: row.receivedAt.toISOString(),
			line: row.line,
			id: row.recordId,
			field: row.field,
			code: row.code,
			message: row.message,
			text: row.text
		})),
		cursor: rows.length === 100 ? String(rows.at(-1)?.id) : null
	});
}
