import { expect, test } from 'vitest';
import { safeAnswer } from './safeAnswer.ts';

const pagePolicy = "default-src 'none'; script-src 'self' 'nonce-x'; frame-ancestors 'none'";

function answered(headers: Record<string, string>, routeId: string | null) {
	return safeAnswer(new Response('', { headers }), routeId).headers;
}

test('what has no policy gets one that allows nothing', () => {
	const headers = answered({ 'content-type': 'application/json' }, '/api/v1/limits');
	expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
	expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
	expect(headers.get('cross-origin-opener-policy')).toBeNull();
});

test('a page keeps its own, and only the preview may be framed, by us', () => {
	const html = { 'content-type': 'text/html', 'content-security-policy': pagePolicy };
	const page = answered(html, '/(manager)/dashboard');
	expect(page.get('content-security-policy')).toBe(pagePolicy);
	expect(page.get('cross-origin-opener-policy')).toBe('same-origin');
	const preview = answered(html, '/(manager)/dashboard/[queue]/settings/preview');
	expect(preview.get('content-security-policy')).toBe(pagePolicy.replace(/'none'$/, "'self'"));
});

test('what is unchanged is not given another policy than it came with', () => {
	const unchanged = safeAnswer(new Response(null, { status: 304 }), '/(public)/call/[queue]');
	expect([...unchanged.headers]).toEqual([]);
});

test('what others may embed stays so', () => {
	const widget = answered(
		{
			'content-type': 'text/html',
			'content-security-policy': 'frame-ancestors *',
			'cross-origin-resource-policy': 'cross-origin'
		},
		'/embed/[queue]'
	);
	expect(widget.get('content-security-policy')).toBe('frame-ancestors *');
	expect(widget.get('cross-origin-resource-policy')).toBe('cross-origin');
	expect(widget.get('cross-origin-opener-policy')).toBeNull();
});

test('pages of people who have signed in are for no cache', () => {
	const cacheOf = (routeId: string, own: Record<string, string> = {}) =>
		answered(own, routeId).get('cache-control');
	expect(cacheOf('/(manager)/dashboard')).toBe('no-store');
	expect(cacheOf('/(manager)/x.svg', { 'cache-control': 'private, max-age=5' })).toBe('private, max-age=5');
	expect(cacheOf('/(public)/call/[queue]')).toBeNull();
});
