import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashedStyles, withStyles } from './hashedStyles.server.ts';

const css = 'p{color:red}';
const hash = `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

/** A page as it is sent, and the policy that goes with it. */
function sent(html: string, policy: string): { html: string; policy: string | null } {
	const hashes = new Set<string>();
	const body = hashedStyles(html, (found) => hashes.add(found));
	const headers = { 'content-security-policy': policy };
	return {
		html: body,
		policy: withStyles(new Response(body, { headers }), hashes).headers.get('content-security-policy')
	};
}

test('a page is the same whatever nonce it was made with, and its policy names its styles', () => {
	const page = (nonce: string) => `<head><style nonce="${nonce}">${css}</style></head><p>a</p>`;
	const first = sent(page('abc='), "default-src 'none'; style-src 'self' 'nonce-abc='; base-uri 'none'");
	const second = sent(page('d/e='), "default-src 'none'; style-src 'self' 'nonce-d/e='; base-uri 'none'");
	expect(first).toEqual(second);
	expect(first).toEqual({
		html: `<head><style>${css}</style></head><p>a</p>`,
		policy: `default-src 'none'; style-src 'self' ${hash}; base-uri 'none'`
	});
});

test('attributes keep a policy of their own, and a page without styles its whole', () => {
	const policy = "style-src 'self'; style-src-attr 'none'";
	expect(sent(`<style nonce="a">${css}</style>`, policy).policy).toBe(
		`style-src 'self' ${hash}; style-src-attr 'none'`
	);
	expect(sent('<p>style</p>', policy)).toEqual({ html: '<p>style</p>', policy });
});
