import type { Lang } from '#texts/lang.ts';
import type { QueueToday } from './queueToday.ts';

/** By what is unusual, then by how many calls it concerns, then by name: the sentence `order` of the overview says so. */
export function overviewOrder<Row extends Pick<QueueToday, 'rank' | 'weight' | 'name'>>(
	queues: readonly Row[],
	lang: Lang
): Row[] {
	return [...queues].sort(
		(a, b) => b.rank - a.rank || b.weight - a.weight || byName[lang].compare(a.name, b.name)
	);
}

const byName = {
	zh: new Intl.Collator('zh-CN', { numeric: true }),
	en: new Intl.Collator('en', { numeric: true })
};
