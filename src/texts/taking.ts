import type { Lang } from './lang.ts';

const takingEn = {
	save: 'Save the picture',
	csv: 'Table as CSV',
	failed: 'It could not be drawn here; take the SVG.'
};

const texts: Record<Lang, typeof takingEn> = {
	en: takingEn,
	zh: { save: '保存图片', csv: '导出表格（CSV）', failed: '此浏览器无法生成图片，请使用 SVG。' }
};

/** What stands where a chart or a table can be taken along. */
export function takingTexts(lang: Lang): typeof takingEn {
	return texts[lang];
}
