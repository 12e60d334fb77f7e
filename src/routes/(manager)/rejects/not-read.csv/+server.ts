import { rejectsDownload } from '#views/manager/rejects/rejectsDownload.server.ts';

export function GET({ url }) {
	return rejectsDownload(url.searchParams, 'csv');
}
