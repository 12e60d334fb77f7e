import { gzipSync } from 'node:zlib';

/** The bytes of all scripts that a page loads by itself, each compressed as a server would; 0 for a page without. */
export async function pageScripts(address: string, headers: Record<string, string>): Promise<number> {
	const response = await fetch(address, { headers });
	if (!response.ok || response.redirected) throw new Error(`${address} answers ${response.status}`);
	const html = await response.text();
	const named = html.matchAll(/"([^"\s]+\.js)"/g);
	const seen = new Set<string>();
	const queue = [...named].map(([, to = '']) => new URL(to, address).href);
	let bytes = 0;
	for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
		if (seen.has(next)) continue;
		seen.add(next);
		const text = await (await fetch(next)).text();
		bytes += gzipSync(text).length;
		// Static imports only: what is fetched on demand is not sent with the page.
		for (const [, to = ''] of text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g))
			queue.push(new URL(to, next).href);
	}
	return bytes;
}
