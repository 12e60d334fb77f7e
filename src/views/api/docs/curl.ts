import type { Described } from '../openapi/operations.ts';
import type { Json } from '../openapi/types.ts';

/** The body of an example, and what it is. */
export interface Sent {
	type: string;
	value: Json;
}

/** A line for a shell that asks this of a server; the key comes from the environment. */
export function curl({ method, path, operation }: Described, origin: string, sent: Sent | null): string {
	const upper = method.toUpperCase();
	const usual = sent === null ? 'GET' : 'POST';
	const parts = [`curl ${quoted(origin + address(path, operation.parameters ?? []))}`];
	if (upper !== usual) parts.push(`-X ${upper}`);
	if (operation.security.length > 0) parts.push('-H "Authorization: Bearer $OFFPEAK_API_KEY"');
	if (sent !== null) {
		parts.push(`-H ${quoted(`Content-Type: ${sent.type}`)}`);
		parts.push(
			`--data-binary ${quoted(typeof sent.value === 'string' ? sent.value : JSON.stringify(sent.value, null, 2))}`
		);
	}
	return parts.join(' \\\n  ');
}

function address(path: string, parameters: NonNullable<Described['operation']['parameters']>): string {
	const shown = parameters.filter(({ example }) => example !== undefined);
	const filled = shown
		.filter((parameter) => parameter.in === 'path')
		.reduce(
			(text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))),
			path
		);
	const query = shown
		.filter((parameter) => parameter.in === 'query')
		.map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
	return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** In single quotes, as a POSIX shell takes it literally. */
function quoted(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}
