import type { Bilingual } from '#model/queue.ts';
import { mapDays, mapGuide, type QueueForm } from './queueForm.ts';

/**
 * What the browser sends, as a form again. Fields are named by their place, with dots (`topics.0.name.zh`); rows are
 * taken in the order of their numbers, whatever numbers are missing. What was not sent is empty.
 */
export function readQueueForm(sent: FormData): QueueForm {
	const text = (name: string): string => {
		const value = sent.get(name);
		// Browsers send line breaks as CR LF.
		return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
	};
	const both = (name: string): Bilingual => ({ zh: text(`${name}.zh`), en: text(`${name}.en`) });
	const ticked = (name: string) => sent.get(name) === 'on';
	const rows = <T>(name: string, row: (path: string) => T): T[] =>
		numbersAfter(name, sent).map((number) => row(`${name}.${number}`));
	return {
		name: both('name'),
		zone: text('zone').trim(),
		country: text('country').trim().toUpperCase(),
		subdivision: text('subdivision').trim(),
		hours: mapDays((day) =>
			rows(`hours.${day}`, (path) => ({ from: text(`${path}.from`), to: text(`${path}.to`) }))
		),
		target: text('target'),
		thresholdSeconds: text('thresholdSeconds'),
		formula: text('formula'),
		shortAbandonSeconds: text('shortAbandonSeconds'),
		monthEndDays: text('monthEndDays'),
		retentionDays: text('retentionDays'),
		enabled: ticked('enabled'),
		phone: { number: text('phone.number'), label: both('phone.label'), verifiedOn: text('phone.verifiedOn') },
		channels: rows('channels', (path) => ({
			kind: text(`${path}.kind`),
			label: both(`${path}.label`),
			url: text(`${path}.url`).trim()
		})),
		topics: rows('topics', (path) => ({
			slug: text(`${path}.slug`).trim(),
			name: both(`${path}.name`),
			urgent: ticked(`${path}.urgent`),
			prepare: both(`${path}.prepare`)
		})),
		parts: { now: ticked('parts.now'), week: ticked('parts.week'), accuracy: ticked('parts.accuracy') },
		embedOrigins: text('embedOrigins'),
		minCalls: text('minCalls'),
		guide: mapGuide((name) => both(`guide.${name}`))
	};
}

function numbersAfter(name: string, sent: FormData): number[] {
	const numbers = new Set<number>();
	for (const key of sent.keys()) {
		const number = key.startsWith(`${name}.`) ? /^\d{1,4}(?=\.)/.exec(key.slice(name.length + 1)) : null;
		if (number) numbers.add(Number(number[0]));
	}
	return [...numbers].sort((a, b) => a - b);
}
