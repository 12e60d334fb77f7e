import { expect, test } from 'vitest';
import { scriptsAfterPaint } from './scriptsAfterPaint.server.ts';

const written = `<script>
	Promise.all([
		import("/entry/start.js"),
		import("/entry/app.js")
	]).then(([kit, app]) => kit.start(app));
</script>`;

test('scripts are not named with the page, but all of them once it has been painted', async () => {
	const { preload, transformPageChunk } = scriptsAfterPaint();
	expect(preload?.({ type: 'js', path: '/entry/start.js' })).toBe(false);
	expect(preload?.({ type: 'js', path: '/nodes/3.js' })).toBe(false);
	expect(preload?.({ type: 'css', path: '/page.css' })).toBe(true);
	const html = await transformPageChunk?.({ html: written, done: true });
	const [painted, after] = html?.split('.then(() =>') ?? [];
	expect(painted).toMatch(/^<script>\s+new Promise/);
	expect(painted).not.toContain('.js"');
	expect(after).toContain('["/entry/start.js","/nodes/3.js"]');
	expect(after).toMatch(/return Promise\.all\(\[\s+import\("\/entry\/start\.js"\)/);
});

test('a page without scripts stays as it is', async () => {
	const html = '<p>Promise.all</p>';
	expect(await scriptsAfterPaint().transformPageChunk?.({ html, done: true })).toBe(html);
});
