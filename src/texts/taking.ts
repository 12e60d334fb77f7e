import type { Lang } from './lang.ts';

const takingEn = {
	save: 'Save the picture',
	csv: 'Table as CSV'
};

const texts: Record<Lang, typeof takingEn> = {
	en: takingEn,
	zh: { save: '保存图片', csv: '导出表格（CSV）' }
};

/** What stands where a chart or a table can be taken along. */
export function takingTexts(lang: Lang): typeof takingEn {
	return texts[lang];
}
