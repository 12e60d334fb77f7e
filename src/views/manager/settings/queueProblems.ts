import { parseQueue } from '#model/parseQueue.ts';
import type { Queue } from '#model/queue.ts';
import { channelKey } from '#texts/guide.ts';
import type { Lang } from '#texts/lang.ts';
import { queueProblemText } from '#texts/queueProblems.ts';
import { serviceHoursProblem } from '#time/serviceHoursProblem.ts';
import { isZone } from '#time/zone.ts';
import type { QueueForm } from './queueForm.ts';
import { queueOfForm } from './queueOfForm.ts';

/** What is wrong with fields of the form, by their names, in the reader's language. */
export type Problems = Record<string, string>;

/** The queue that a tidied form means, checked as `PUT` checks it, or what is wrong with the form. */
export function parsedForm(
	form: QueueForm,
	known: Queue,
	lang: Lang
): { queue: Queue } | { problems: Problems } {
	const parsed = parseQueue(queueOfForm(form, known), known, isZone);
	const found = 'problems' in parsed ? parsed.problems : hoursProblems(parsed.queue);
	if ('queue' in parsed && found.length === 0) return parsed;
	const problems: Problems = {};
	// The first problem of a field is the one to mend first.
	for (const { field, message } of found) problems[fieldOf(field, form)] ??= queueProblemText(message, lang);
	return { problems };
}

function hoursProblems({ hours }: Queue) {
	const problem = serviceHoursProblem(hours);
	return problem ? [{ field: `hours.${problem.field}`, message: problem.message }] : [];
}

/** What fields of a queue are called in the form, where that differs; `$1` and on from the pattern. */
const names: [RegExp, string][] = [
	[/^hours\.(\w+)\.(\d+)\.1$/, 'hours.$1.$2.to'],
	[/^hours\.(\w+)\.(\d+).*$/, 'hours.$1.$2.from'],
	[/^service_level\.target$/, 'target'],
	[/^service_level\.threshold_seconds$/, 'thresholdSeconds'],
	[/^service_level\.short_abandon_seconds$/, 'shortAbandonSeconds'],
	[/^service_level\.formula$/, 'formula'],
	[/^month_end_days$/, 'monthEndDays'],
	[/^retention_days$/, 'retentionDays'],
	[/^public\.phone\.verified_on$/, 'phone.verifiedOn'],
	[/^public\.(phone|channels\.\d+)\.label$/, '$1.label.zh'],
	[/^public\.topics\.(\d+)\.(name|prepare).*$/, 'topics.$1.$2.zh'],
	[/^public\.embed_origins.*$/, 'embedOrigins'],
	[/^public\.min_calls$/, 'minCalls'],
	[/^public\.guide\.([a-z_]+)$/, 'guide.$1.zh'],
	[/^public\.guide\.phone\.label\.(zh|en)$/, 'phone.label.$1'],
	[/^public\.(.*)$/, '$1']
];

function fieldOf(field: string, form: QueueForm): string {
	const translated = /^public\.guide\.(topic|channel)\./.exec(field);
	if (translated) {
		const key = field.slice('public.guide.'.length);
		const topic = form.topics.findIndex(({ slug }) => key.startsWith(`topic.${slug}.`));
		if (topic >= 0) return `topics.${topic}.${key.slice(`topic.${form.topics[topic]?.slug}.`.length)}`;
		const channel = form.channels.findIndex((_, i) => key === `${channelKey(form.channels, i)}.label.en`);
		if (channel >= 0) return `channels.${channel}.label.en`;
	}
	const known = names.find(([pattern]) => pattern.test(field));
	return known ? field.replace(known[0], known[1]) : field;
}
