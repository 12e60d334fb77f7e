import { formatNumber } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { paragraph } from '#texts/paragraph.ts';
import { rejectsTexts } from '#texts/rejects.ts';

interface Count {
	source: string | null;
	code: string;
	rejects: number;
}

interface Kept {
	lang: Lang;
	/** How long rejects are kept. */
	days: number;
	/** Whether anything has ever come. */
	hasSources: boolean;
	/** Whether there are calls, however they came to be stored. */
	hasCalls: boolean;
}

/** What was not read, in a sentence or two. `counts` has the most frequent first. */
export function rejectsFinding(counts: Count[], { lang, days, hasSources, hasCalls }: Kept): string {
	const texts = rejectsTexts(lang);
	const [first] = counts;
	const inDays = formatNumber(days, lang);
	if (!first) return hasSources ? texts.allRead(inDays) : hasCalls ? texts.storedOnly : texts.nothingYet;
	const total = counts.reduce((sum, { rejects }) => sum + rejects, 0);
	const sentence = texts.finding(formatNumber(total, lang), inDays);
	const source = first.source ?? texts.unknownSource;
	const reason = texts.reason(first.code);
	if (total === 1) return paragraph(lang, [sentence, texts.onlyOne(source, reason)]);
	if (counts.length === 1) return paragraph(lang, [sentence, texts.all(source, reason)]);
	const most = texts.most(formatNumber(first.rejects, lang), source, reason);
	return paragraph(lang, [sentence, most]);
}
