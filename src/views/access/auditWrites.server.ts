import type { RequestEvent } from '@sveltejs/kit';
import { writeAudit } from '#access/audit.server.ts';
import { formOf, ruleOf } from '#access/rules.ts';
import type { AuditChange } from '#model/audit.ts';
import { product } from '#work/product.server.ts';

const mostFields = 40;
const mostBytes = 64 * 1024;
/** Fields of forms that are nobody's to read afterwards. */
const secretName = /pass|secret|token|credential|caller|number_to_erase|^answer$/i;

/**
 * Puts what a request has changed into the audit log, whichever route it was: every form of people and every write of
 * the API but calls. What a form sent stands there as it was sent, unless the route says better (`locals.audit`).
 */
export async function auditWrites(
	event: RequestEvent,
	answer: () => Response | Promise<Response>
): Promise<Response> {
	const { request, route, url, locals, params } = event;
	const form = formOf(url.searchParams);
	const rule = ruleOf(route.id ?? '', request.method, form);
	const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
	if (!isWrite || !locals.allowed || rule === 'open' || rule?.changesNothing || rule?.keys === 'ingest')
		return answer();
	const sent = await sentFields(request);
	const response = await answer();
	const { allowed, audit, unchanged } = locals;
	if (unchanged || !(await hasSucceeded(response))) return response;
	const isForm = rule === null ? request.method === 'POST' : rule.keys === undefined;
	const path = (route.id ?? '').replace(/\/\([a-z]+\)/g, '');
	const note = {
		action: isForm ? `${path} ${form}` : `${request.method} ${path}`,
		queue: params.queue ?? null,
		changes: sent,
		...audit
	};
	const author = { who: allowed.who, by: allowed.by, address: event.getClientAddress() };
	// The change is made; that it is not in the log must not make it look as if it were not.
	await writeAudit(product().database, author, note, locals.now).catch((error) =>
		console.error(`The audit log misses ${note.action} by ${author.who}:`, error)
	);
	return response;
}

/** With scripts, a form's answer says in its body whether it was taken. */
async function hasSucceeded(response: Response): Promise<boolean> {
	if (response.status >= 400) return false;
	if (!response.headers.get('content-type')?.startsWith('application/json')) return true;
	const length = Number(response.headers.get('content-length') ?? 0);
	if (length > 4_000_000) return true;
	const body: unknown = await response
		.clone()
		.json()
		.catch(() => null);
	if (typeof body !== 'object' || body === null || !('type' in body)) return true;
	return body.type !== 'failure' && body.type !== 'error';
}

async function sentFields(request: Request): Promise<AuditChange[]> {
	const type = request.headers.get('content-type') ?? '';
	const length = Number(request.headers.get('content-length') ?? Infinity);
	if (!type.startsWith('application/x-www-form-urlencoded') || length > mostBytes) return [];
	const fields = new URLSearchParams(await request.clone().text());
	return [...fields]
		.filter(([, value]) => value !== '')
		.slice(0, mostFields)
		.map(([field, value]) => ({ field, from: null, to: secretName.test(field) ? '…' : value }));
}
