import type { Lang } from './lang.ts';

/** Sentences one after the other, those that there are: in Chinese nothing stands between them. */
export function paragraph(lang: Lang, sentences: readonly (string | null | false)[]): string {
	return sentences.filter(Boolean).join(lang === 'zh' ? '' : ' ');
}
