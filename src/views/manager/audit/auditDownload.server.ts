import { listAudit, type AuditEntry } from '#access/audit.server.ts';
import { csvText } from '#views/api/csvText.ts';
import { product } from '#work/product.server.ts';
import { auditAddress, auditFilter } from './auditFilter.ts';

const aPage = 2_000;

/** The whole log that the address names as CSV, page by page, so that its length does not matter. */
export function auditDownload(query: URLSearchParams): Response {
	const { database, settings } = product();
	const filter = auditFilter(auditAddress(query), settings.zone);
	let before: number | null = null;
	let isFirst = true;
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const entries: AuditEntry[] = await listAudit(database, { ...filter, before }, aPage);
			const text = entries.length > 0 ? csvText(entries.map(line)) : isFirst ? `${header}\r\n` : '';
			controller.enqueue(new TextEncoder().encode(isFirst ? text : withoutHeader(text)));
			isFirst = false;
			before = entries.at(-1)?.id ?? null;
			if (entries.length < aPage) controller.close();
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="changes.csv"',
			'cache-control': 'private, no-store'
		}
	});
}

const header = 'at,who,by,address,action,queue,subject,changes';

function line({ at, who, by, address, action, queue, subject, changes }: AuditEntry) {
	const told = changes.map(({ field, from, to }) => `${field}: ${from ?? ''} → ${to ?? ''}`).join('; ');
	return { at: at.toISOString(), who, by, address, action, queue, subject, changes: told };
}

function withoutHeader(text: string): string {
	return text.slice(text.indexOf('\r\n') + 2);
}
