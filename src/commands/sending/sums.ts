import type { Answer } from '#ingest/acceptCalls.server.ts';
import type { Reject } from '#model/call.ts';

/** What has become of all that was sent. */
export interface Sums extends Omit<Answer, 'errors'> {
	errors: Reject[];
}

const shown = 10;

export function noSums(): Sums {
	return { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, errors: [] };
}

/** Adds what the server said of a piece. @param linesBefore how many lines of the file came before it */
export function addAnswer(sums: Sums, answer: Answer, linesBefore: number): void {
	for (const name of ['received', 'created', 'updated', 'unchanged', 'rejected'] as const)
		sums[name] += answer[name];
	for (const error of answer.errors.slice(0, shown - sums.errors.length))
		sums.errors.push({ ...error, line: error.line + linesBefore });
}

export function inWords({ received, created, updated, unchanged, rejected, errors }: Sums): string {
	const number = (value: number) => value.toLocaleString('en-US');
	const lines = [
		`${number(received)} received: ${number(created)} created, ${number(updated)} updated, ${number(unchanged)} unchanged, ${number(rejected)} rejected.`,
		...errors.map(
			({ line, id, field, code, message }) =>
				`line ${line}${id === null ? '' : `, ${id}`}${field === null ? '' : `, ${field}`}: ${said(field, message)} (${code})`
		)
	];
	if (rejected > errors.length) lines.push(`… and ${number(rejected - errors.length)} more.`);
	return lines.join('\n');
}

/** Some messages begin with the field's name, which stands before them here. */
function said(field: string | null, message: string): string {
	const name = `${field}: `;
	return message.startsWith(name) ? message.slice(name.length) : message;
}
