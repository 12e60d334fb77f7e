import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

/** A page of somebody else, on another origin and another site. */
export interface HostPage {
	head?: string;
	body: string;
	lang?: string;
	headers?: Record<string, string>;
	/** Its own sheet, at `/host.css`; a promise of one arrives later than the page. */
	css?: string | Promise<string>;
}

export interface Host {
	url: string;
	/** Serves a page from now on and opens it. */
	open: (page: HostPage, options?: BrowserContextOptions) => Promise<Page>;
	close: () => Promise<void>;
}

/** A web server for pages around the widget. `127.0.0.1` is the product's name, so this one's is `localhost`. */
export async function startHost(browser: () => Browser): Promise<Host> {
	let served: HostPage = { body: '' };
	const server = createServer(async (request: IncomingMessage, response) => {
		const isCss = request.url === '/host.css';
		response.setHeader('content-type', isCss ? 'text/css' : 'text/html; charset=utf-8');
		for (const [name, value] of Object.entries(served.headers ?? {})) response.setHeader(name, value);
		response.end(isCss ? await served.css : html(served));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	const url = `http://localhost:${port}`;
	return {
		url,
		async open(page, options) {
			served = page;
			const context = await browser().newContext(options);
			const opened = await context.newPage();
			await opened.addInitScript(watchShifts);
			await opened.goto(url, { waitUntil: page.css instanceof Promise ? 'commit' : 'load' });
			return opened;
		},
		close: () => new Promise((done) => server.close(() => done()))
	};
}

/** The sum of all layout shifts so far, by anything on the page: 0 when nothing has moved. */
export function layoutShift(page: Page): Promise<number> {
	return page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0));
}

function watchShifts(): void {
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			const root = document.documentElement;
			const value = 'value' in entry ? Number(entry.value) : 0;
			root.dataset.shift = String(Number(root.dataset.shift ?? 0) + value);
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

function html({ head = '', body, lang = 'en' }: HostPage): string {
	return (
		`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Help</title>` +
		`<meta name="viewport" content="width=device-width,initial-scale=1">${head}</head>` +
		`<body><main><h1>Help</h1>${body}</main></body></html>`
	);
}
