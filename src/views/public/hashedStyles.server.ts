import { createHash } from 'node:crypto';

const inside = /<style nonce="[^"]*">([^]*?)<\/style>/g;

/** A page with its styles as they are, without a nonce; `found` is told the hash of each, as a policy names it. */
export function hashedStyles(html: string, found: (hash: string) => void): string {
	return html.replace(inside, (_, css: string) => {
		found(hashOf(css));
		return `<style>${css}</style>`;
	});
}

/** An answer whose policy lets these styles in, and those of ours that it names, and no other. */
export function withStyles(response: Response, hashes: ReadonlySet<string>): Response {
	const policy = response.headers.get('content-security-policy');
	if (policy && hashes.size > 0)
		response.headers.set(
			'content-security-policy',
			policy.replace(/style-src 'self'[^;]*/, `style-src ${["'self'", ...hashes].join(' ')}`)
		);
	return response;
}

function hashOf(css: string): string {
	return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}
