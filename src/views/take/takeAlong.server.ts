import { error, type RequestEvent } from '@sveltejs/kit';
import { cutOut, readMarkup, textOf } from './markup.ts';
import { pageStyles } from './pageStyles.server.ts';
import { standaloneSvg } from './standaloneSvg.ts';
import { readStyles } from './styles.ts';
import { svgPng } from './svgPng.server.ts';
import { tableCsv } from './tableCsv.ts';

const kinds = {
	svg: { of: 'chart', type: 'image/svg+xml; charset=utf-8', take: chartOf },
	png: { of: 'chart', type: 'image/png', take: pngOf },
	csv: { of: 'table', type: 'text/csv; charset=utf-8', take: tableOf }
} as const;

/**
 * A chart of a page as a picture, or a table as CSV. The page is asked for as its reader would ask, and what it shows
 * is what is taken: nobody gets more by it than they see.
 */
export async function takeAlong(event: RequestEvent, kind: keyof typeof kinds): Promise<Response> {
	const { searchParams } = event.url;
	const path = searchParams.get('of') ?? '';
	const place = Number(searchParams.get('place') ?? '0');
	const page = new URL(path, event.url);
	if (
		!path.startsWith('/') ||
		page.origin !== event.url.origin ||
		!/^\/(dashboard|alerts|health|rejects)(\/|$)/.test(page.pathname)
	)
		error(400, 'of must be the path of a page with charts or tables.');
	if (!Number.isInteger(place) || place < 0 || place > 99) error(400, 'place must be a whole number.');
	page.searchParams.set('lang', event.locals.lang);
	const response = await event.fetch(page, { redirect: 'manual' });
	if (response.status !== 200) error(404);
	const html = await response.text();
	const { of, type, take } = kinds[kind];
	const taken = await take(html, place, page);
	if (taken === null) error(404);
	const name = [...page.pathname.split('/').slice(2), of, String(place + 1)].join('-');
	return new Response(taken, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}.${kind}"`,
			'cache-control': 'private, no-store'
		}
	});
}

async function chartOf(html: string, place: number, page: URL): Promise<string | null> {
	const figure = cutOut(html, 'data-chart', place);
	if (!figure) return null;
	const [heading = ''] = /<h1[^]*?<\/h1>/.exec(html) ?? [];
	const title = readMarkup(heading);
	const source = [title ? textOf(title) : '', `Offpeak ${page.pathname}`].filter(Boolean).join(' · ');
	return standaloneSvg(figure, readStyles(await pageStyles(html)), { source });
}

async function pngOf(html: string, place: number, page: URL): Promise<Uint8Array<ArrayBuffer> | null> {
	const svg = await chartOf(html, place, page);
	return svg === null ? null : svgPng(svg);
}

/** With the mark that tells a spreadsheet that it is UTF-8. */
function tableOf(html: string, place: number): string | null {
	const details = cutOut(html, 'data-table', place);
	return details && `\ufeff${tableCsv(details)}`;
}
