import { auditPage } from '#views/manager/audit/auditPage.server.ts';

export async function load({ url, locals }) {
	return { view: await auditPage(url.searchParams, locals.lang) };
}
