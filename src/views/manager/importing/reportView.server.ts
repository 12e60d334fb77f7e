import { csvText } from '#views/api/csvText.ts';
import { formatNumber } from '#texts/format.ts';
import { importingTexts } from '#texts/importing.ts';
import type { Lang } from '#texts/lang.ts';
import { rejectsTexts } from '#texts/rejects.ts';
import { daySpan, fieldName } from './previewView.server.ts';
import type { ImportRun } from './runImport.server.ts';

const shownRejects = 50;
const shownQueues = 100;

export type ReportView = ReturnType<typeof reportView>;

/**
 * What became of a file, in words of the reader.
 * @param head what stands above the rows of a table, so that those that are sent again can be read
 */
export function reportView(
	{ answer, queues, firstAt, lastAt, reasons, rejects }: ImportRun,
	{
		lang,
		zone,
		dryRun,
		name,
		head
	}: { lang: Lang; zone: string; dryRun: boolean; name: string; head: string }
) {
	const texts = importingTexts(lang).report;
	const reason = rejectsTexts(lang).reason;
	const number = (value: number) => formatNumber(value, lang);
	const figures = (['received', 'created', 'updated', 'unchanged', 'rejected'] as const).map((figure) => {
		const [title = '', meaning = ''] = texts[figure];
		return { name: title, meaning, value: number(answer[figure]) };
	});
	const base = name.replace(/(\.\w{1,6}){0,2}$/, '') || 'offpeak';
	return {
		dryRun,
		title: dryRun ? texts.titleCheck : texts.title,
		finding: sentence(),
		notes: [...(dryRun ? [texts.nothingStored] : []), ...(answer.inexact ? [texts.inexact] : [])],
		figures,
		reasons: [...reasons]
			.sort(([, a], [, b]) => b - a)
			.map(([code, count]) => ({ reason: reason(code), count: number(count) })),
		rejects: rejects.slice(0, shownRejects).map(({ line, code, field, message, text }, i) => ({
			key: `${line} ${i}`,
			line: texts.line(number(line)),
			reason: reason(code),
			field: fieldName(field, lang),
			message,
			text: text.slice(0, 1000)
		})),
		shown:
			answer.rejected > Math.min(rejects.length, shownRejects)
				? texts.shown(number(Math.min(rejects.length, shownRejects)), number(answer.rejected))
				: null,
		downloads:
			rejects.length === 0
				? null
				: {
						notAll: rejects.length < answer.rejected ? texts.notAll(number(rejects.length)) : null,
						textName: `${base}-not-read${/\.(csv|txt|log|json|ndjson|xml)\b/i.exec(name)?.[0] ?? '.txt'}`,
						text: `${head}${rejects.map((reject) => reject.text).join('\n')}\n`,
						csvName: `${base}-reasons.csv`,
						csv: csvText(
							rejects.map(({ line, code, field, text }) => ({ line, reason: reason(code), field, text }))
						)
					}
	};

	function sentence(): string {
		const read = answer.created + answer.updated + answer.unchanged;
		const rest =
			answer.rejected === 0 ? texts.allRead : (dryRun ? texts.bad : texts.badDone)(number(answer.rejected));
		if (read === 0 || firstAt === null || lastAt === null)
			return answer.rejected === 0 ? texts.none : `${texts.none}${rest}`;
		const { from, to } = daySpan([firstAt, lastAt], zone, lang);
		const say = dryRun ? texts.would : texts.done;
		return `${say(number(answer.created), queues, queues.length >= shownQueues, from, to)}${rest}`;
	}
}
