import { listAudit, type AuditEntry } from '#access/audit.server.ts';
import { csvText } from '#views/api/csvText.ts';
import { fileInParts } from '#views/api/fileInParts.ts';
import { product } from '#work/product.server.ts';
import { auditAddress, auditFilter } from './auditFilter.ts';

const aPage = 2_000;

/** The whole log that the address names as CSV, page by page, so that its length does not matter. */
export function auditDownload(query: URLSearchParams): Response {
	const { database, settings } = product();
	const filter = auditFilter(auditAddress(query), settings.zone);
	return fileInParts(
		parts((before) => listAudit(database, { ...filter, before }, aPage)),
		'changes.csv',
		'text/csv'
	);
}

async function* parts(pageBefore: (id: number | null) => Promise<AuditEntry[]>): AsyncGenerator<string> {
	yield `${header}\r\n`;
	let entries = await pageBefore(null);
	while (entries.length > 0) {
		yield withoutHeader(csvText(entries.map(line)));
		entries = entries.length < aPage ? [] : await pageBefore(entries.at(-1)?.id ?? null);
	}
}

const header = 'at,who,by,address,action,queue,subject,changes';

function line({ at, who, by, address, action, queue, subject, changes }: AuditEntry) {
	const told = changes.map(({ field, from, to }) => `${field}: ${from ?? ''} → ${to ?? ''}`).join('; ');
	return { at: at.toISOString(), who, by, address, action, queue, subject, changes: told };
}

function withoutHeader(text: string): string {
	return text.slice(text.indexOf('\r\n') + 2);
}
