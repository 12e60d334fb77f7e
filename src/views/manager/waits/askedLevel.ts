import { parseQueue } from '#model/parseQueue.ts';
import type { Queue, ServiceLevel } from '#model/queue.ts';
import type { Lang } from '#texts/lang.ts';
import { queueProblemText } from '#texts/queueProblems.ts';
import { isZone } from '#time/zone.ts';

/** What a form or an address says of a service level, as texts; null: nothing. */
export type SaidLevel = Record<'threshold' | 'short' | 'formula' | 'target', string | null>;

/** The queue with the service level that was said, checked as `PUT` checks it, or what is wrong with it. */
export function askedLevel(
	queue: Queue,
	said: SaidLevel,
	lang: Lang
): { queue: Queue; level: ServiceLevel } | { problems: string[] } {
	const sent = {
		...(said.threshold ? { threshold_seconds: numberOf(said.threshold) } : {}),
		...(said.short ? { short_abandon_seconds: numberOf(said.short) } : {}),
		...(said.formula ? { formula: said.formula } : {}),
		...(said.target ? { target: percentOf(said.target) } : {})
	};
	const parsed = parseQueue({ service_level: sent }, queue, isZone);
	return 'queue' in parsed
		? { queue: parsed.queue, level: parsed.queue.service_level }
		: { problems: parsed.problems.map(({ message }) => queueProblemText(message, lang)) };
}

export function saidLevel(from: { get(name: string): unknown }): SaidLevel {
	const text = (name: string) => {
		const value = from.get(name);
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
	};
	return {
		threshold: text('threshold'),
		short: text('short'),
		formula: text('formula'),
		target: text('target')
	};
}

/** What is no number is left for the check to refuse. */
function numberOf(text: string): number | string {
	return /^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : text;
}

function percentOf(text: string): number | string {
	const value = numberOf(text);
	return typeof value === 'number' ? value / 100 : value;
}
