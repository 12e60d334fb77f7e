import type { Lang } from '#texts/lang.ts';
import { overviewTexts } from '#texts/overview.ts';
import type { QueueToday } from './queueToday.ts';

const mostNames = 3;

/** Which queues need somebody to look. One without calls, today and before, does not run as usual: nobody can tell. */
export function overviewLead(
	queues: Pick<QueueToday, 'name' | 'needsAttention' | 'hasCalls'>[],
	lang: Lang
): string {
	const texts = overviewTexts(lang);
	const need = queues.filter((queue) => queue.needsAttention).map(({ name }) => shortName(name));
	if (need.length > 0) return texts.need(need.slice(0, mostNames), Math.max(0, need.length - mostNames));
	const called = queues.filter(({ hasCalls }) => hasCalls).length;
	if (called === 0) return texts.noCalls;
	return called < queues.length
		? texts.needSome(called, queues.length - called)
		: texts.needNone(queues.length);
}

function shortName(name: string): string {
	const letters = [...name];
	return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : name;
}
