import { annotationLimits } from '#model/annotation.ts';
import type { AnnotationsTexts } from '#texts/annotations.ts';
import { localInstant } from '../localInstant.ts';

/** The fields of the form, as a browser sends them. */
export interface AnnotationFields {
	/** `2026-11-16T10:20`, by the clock on the wall. */
	from: string;
	to: string;
	text: string;
	scope: 'queue' | 'all';
	leaveOut: boolean;
}

export type AnnotationProblem = keyof AnnotationsTexts['problems'];

/** What was sent, whatever it was. */
export function annotationFields(form: FormData): AnnotationFields {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	return {
		from: text('from'),
		to: text('to'),
		text: text('text'),
		scope: text('scope') === 'all' ? 'all' : 'queue',
		leaveOut: form.get('leave_out') !== null
	};
}

/** The fields as what is stored, in a queue's zone; or the first thing that is wrong. */
export function readAnnotation(
	{ from, to, text, leaveOut }: AnnotationFields,
	zone: string
): { fromAt: number; toAt: number; text: string; leaveOut: boolean } | { problem: AnnotationProblem } {
	const [fromAt, toAt] = [localInstant(zone, from), localInstant(zone, to)];
	if (fromAt === null) return { problem: 'from' };
	if (toAt === null) return { problem: 'to' };
	if (toAt <= fromAt) return { problem: 'order' };
	if (toAt - fromAt > annotationLimits.longestMs) return { problem: 'tooLong' };
	if (text === '' || text.length > annotationLimits.textLength) return { problem: 'text' };
	return { fromAt, toAt, text, leaveOut };
}
