import { describe, expect, it } from 'vitest';
import { embedLevels } from '#model/embed.ts';
import { checkPage, gravity, type CheckedLine } from './checkPage.ts';
import { embedCode } from './embedCode.ts';
import { embedChoice } from './embedChoice.ts';

const root = 'https://calls.example';
const release = { version: '1.0.0', code: '', integrity: 'sha384-abc' };
const line: CheckedLine = { slug: 'wallet', isPublic: true, embedOrigins: [], root, releases: [release] };
const code = (query: string) =>
	embedCode(embedChoice(new URLSearchParams(query), ['refund']), {
		root,
		slug: 'wallet',
		name: 'Wallet & "co"',
		lang: 'en',
		release
	});

function check(body: string, headers: Record<string, string> = {}, changes: Partial<CheckedLine> = {}) {
	const page = {
		url: new URL('https://www.shop.example/help'),
		status: 200,
		headers: new Headers({ 'content-type': 'text/html', ...headers }),
		body: `<!doctype html><html><head><title>Help</title></head><body>${body}</body></html>`
	};
	return checkPage(page, { ...line, ...changes });
}
const codes = (...given: Parameters<typeof check>) => check(...given).map((finding) => finding.code);
const script = code('');

describe('what the builder writes', () => {
	it.each(embedLevels)('is found as %s, with nothing in its way', (level) => {
		const found = check(code(`level=${level}&topic=refund&language=zh&theme=dark&accent=0b5563&pinned=1`));
		expect(found.filter((finding) => gravity(finding) !== 'good')).toEqual([]);
		expect(found).toContainEqual({ code: 'found', level });
	});
});

describe('what is not there', () => {
	it('is told, with what may be the reason', () => {
		expect(codes('<p>nothing</p>')).toEqual(['not_found']);
		expect(codes(`<!-- ${script} -->`)).toEqual(['not_found']);
		expect(codes(`<script>const example = '${script.replaceAll('</script>', '')}'</script>`)).toEqual([
			'not_found'
		]);
		expect(codes(script.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))).toEqual(['shown_as_text']);
		expect(check(`<script src="${root}/embed.js" data-queue=loans></script>`)).toEqual([
			{ code: 'other_queue', name: 'loans' }
		]);
		expect(check('<script src="https://old.example/embed.js" data-queue="wallet"></script>')).toEqual([
			{ code: 'other_server', name: 'https://old.example' }
		]);
	});

	it('is not looked for in what is no page', () => {
		expect(check('', { 'content-type': 'application/pdf' })).toEqual([
			{ code: 'no_page', type: 'application/pdf' }
		]);
	});
});

describe('what blocks it', () => {
	const csp = (policy: string, body = script) => codes(body, { 'content-security-policy': policy });

	it.each([
		[`script-src ${root}; frame-src ${root}`],
		["default-src 'self'; script-src https://*.example; frame-src https:; style-src 'self' 'unsafe-inline'"],
		[`script-src 'self' calls.example/embed.js; child-src *`],
		['img-src none; connect-src none']
	])('is not the policy %s', (policy) => {
		expect(csp(policy)).toEqual(['found']);
	});

	it('is told by directive', () => {
		const policy = "default-src 'self'; style-src *";
		expect(check(script, { 'content-security-policy': policy })).toEqual([
			{ code: 'found', level: 'script' },
			{ code: 'blocked', directive: 'default-src', needed: root },
			{ code: 'no_place' }
		]);
		expect(csp("script-src 'self' http://calls.example:8080; frame-src *")).toContain('blocked');
		expect(csp(`script-src ${root}; frame-src 'none'`)).toContain('blocked');
		expect(csp(`script-src ${root} 'nonce-a' 'strict-dynamic'`)).toContain('blocked');
		expect(csp(`frame-src ${root}, script-src 'none'`)).toContain('blocked');
		expect(csp("img-src 'self'", code('level=image'))).toContain('blocked');
	});

	it('is not there for a script with the page’s nonce', () => {
		const withNonce = script.replace('<script', '<script nonce="a"');
		expect(csp("script-src 'nonce-a' 'strict-dynamic'", withNonce)).toEqual(['found']);
	});

	it('is looked for in the page’s head too', () => {
		const meta = `<meta http-equiv=Content-Security-Policy content="script-src &#39;self&#39;">`;
		expect(codes(meta + script)).toContain('blocked');
	});

	it('may be the line’s own settings', () => {
		const embedOrigins = ['https://shop.example'];
		expect(check(script, {}, { embedOrigins })).toContainEqual({
			code: 'origin_not_allowed',
			origin: 'https://www.shop.example'
		});
		expect(codes(script, {}, { embedOrigins: ['https://www.shop.example'] })).not.toContain(
			'origin_not_allowed'
		);
		expect(codes(script, {}, { isPublic: false })).toContain('not_public');
		const insecure = script.replaceAll('https://calls', 'http://calls');
		expect(codes(insecure, {}, { root: 'http://calls.example' })).toContain('mixed');
	});

	it('may be the hash', () => {
		const pinned = code('pinned=1');
		expect(codes(pinned.replace('sha384-abc', 'sha384-other'))).toContain('wrong_integrity');
		expect(codes(pinned.replace(' crossorigin="anonymous"', ''))).toContain('no_crossorigin');
		expect(codes(pinned.replace('/embed/v1.0.0.js', '/embed.js'))).toContain('pinned_evergreen');
		expect(codes(pinned.replace('v1.0.0', 'v0.9.9'))).toContain('unknown_version');
	});

	it('is not a missing name, though that is told', () => {
		const frame = code('level=iframe').replace(/title="[^"]*"/, '');
		expect(codes(frame)).toEqual(['found', 'no_title']);
	});
});

describe('pages of anybody', () => {
	it.each(['<script ', '<a "', "<a b='", '<!--', '<a href=', '<', '<a \n', '="'])(
		'are read quickly: %j',
		(piece) => {
			const started = performance.now();
			check(piece.repeat(200_000));
			expect(performance.now() - started).toBeLessThan(3000);
		}
	);
});
