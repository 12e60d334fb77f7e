import { publicCache } from '#views/public/cacheable.server.ts';
import { readerLang } from '#views/public/readerLang.ts';

export function load({ url, request, setHeaders }) {
	const { lang, vary } = readerLang(url, request);
	setHeaders({ 'cache-control': publicCache, ...vary });
	return { lang };
}
