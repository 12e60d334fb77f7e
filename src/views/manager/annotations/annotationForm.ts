import { annotationLimits } from '#model/annotation.ts';
import type { AnnotationsTexts } from '#texts/annotations.ts';
import { wallClock } from '#time/wallClock.ts';
import { instantOf, isDate, wallTime } from '#time/zone.ts';

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

/** An instant as the form has it; seconds are not told. */
export function localText(zone: string, at: number): string {
	const { date, hour, minute } = wallTime(zone, at);
	return `${date}T${wallClock(hour * 60 + minute)}`;
}

function localInstant(zone: string, text: string): number | null {
	const [, date = '', hour = '', minute = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::00)?$/.exec(text) ?? [];
	if (!isDate(date) || Number(hour) > 23 || Number(minute) > 59) return null;
	return instantOf(zone, date, Number(hour) * 60 + Number(minute));
}
