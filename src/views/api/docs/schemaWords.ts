import type { ApiTexts } from '#texts/api.ts';
import type { Json, Schema } from '../openapi/types.ts';

/** A piece of the words for a type: plain, a literal value, or the name of a schema to link to. */
export interface Word {
	kind: 'plain' | 'value' | 'schema';
	text: string;
}

const plain = (text: string): Word => ({ kind: 'plain', text });
const value = (json: Json): Word => ({
	kind: 'value',
	text: typeof json === 'string' ? json : JSON.stringify(json)
});

/** What a value must be, in a line: "text, 1 to 200 characters, or null". */
export function schemaWords(schema: Schema, texts: ApiTexts): Word[] {
	if (schema.$ref) return [{ kind: 'schema', text: schemaName(schema.$ref) }];
	if ('const' in schema && schema.const !== undefined) return [value(schema.const)];
	if (schema.enum)
		return either(
			schema.enum.map((json) => [value(json)]),
			texts
		);
	const parts =
		schema.anyOf ?? (schema.oneOf?.every((part) => part.const !== undefined) ? undefined : schema.oneOf);
	if (parts)
		return either(
			parts.map((part) => schemaWords(part, texts)),
			texts
		);
	const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
	if (types.length === 0) return [plain(texts.anything)];
	return either(
		types.map((type) => typeWords(type, schema, texts)),
		texts
	);
}

function schemaName(ref: string): string {
	return ref.split('/').at(-1) ?? ref;
}

function typeWords(type: keyof ApiTexts['types'], schema: Schema, texts: ApiTexts): Word[] {
	if (type === 'null') return [value(null)];
	if (type === 'array' && schema.items && !isInline(schema.items))
		return [plain(`${texts.listOf} `), ...schemaWords(schema.items, texts)];
	if (type === 'string' && (schema.format === 'date-time' || schema.format === 'date'))
		return [plain(texts.formats[schema.format])];
	const range = limits(type, schema, texts);
	return [plain(range === null ? texts.types[type] : texts.limited(texts.types[type], range))];
}

/** Objects that are described where they stand, field by field. */
export function isInline(schema: Schema): boolean {
	return schema.properties !== undefined;
}

function limits(type: string, schema: Schema, texts: ApiTexts): string | null {
	if (type === 'string') {
		const range = between(schema.minLength, schema.maxLength, texts);
		return range === null || schema.maxLength === undefined ? null : texts.characters(range);
	}
	return type === 'integer' || type === 'number' ? between(schema.minimum, schema.maximum, texts) : null;
}

function between(least: number | undefined, most: number | undefined, texts: ApiTexts): string | null {
	// Ends of what numbers can be say nothing to a reader.
	const said = (end: number | undefined) =>
		end === undefined || Math.abs(end) >= 2 ** 31 - 1 ? null : String(end);
	const [from, to] = [said(least), said(most)];
	if (from !== null && to !== null) return texts.between(from, to);
	if (to !== null) return texts.upTo(to);
	return from === null || from === '0' ? null : texts.from(from);
}

function either(choices: Word[][], texts: ApiTexts): Word[] {
	return choices.flatMap((words, i) => (i === 0 ? words : [plain(` ${texts.or} `), ...words]));
}
