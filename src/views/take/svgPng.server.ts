import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';

/** How much finer the PNG is than the SVG's own pixels, so that it is sharp on screens and in print. */
const finer = 2;

/** Latin and Chinese letters that come with the product, as a server often has none. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const fontFiles = ['Regular', 'Bold'].map((weight) => join(folder, `NotoSansHans-${weight}.otf`));
const family = 'Noto Sans S Chinese';

/** A picture that stands alone as a PNG. Letters that the product's own font lacks are taken from the machine's. */
export async function svgPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
	const picture = await renderAsync(svg, {
		font: { fontFiles, loadSystemFonts: true, sansSerifFamily: family, defaultFontFamily: family },
		fitTo: { mode: 'zoom', value: finer }
	});
	return new Uint8Array(picture.asPng());
}
