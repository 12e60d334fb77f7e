import type { ApiTexts } from '#texts/api.ts';
import type { Parameter, Schema } from '../openapi/types.ts';
import { isInline, schemaWords, type Word } from './schemaWords.ts';

/** A field of an object, a parameter: its name, what it must be, what it means. */
export interface FieldRow {
	/** Inner fields with the way to them: `service_level.target`, `best[].start`. */
	name: string;
	words: Word[];
	/** Whether it must be there, where that is not so of all its neighbours, and what it is when it is left out. */
	notes: string[];
	description: string;
}

/** The fields of an object, and those of the objects within that have no name of their own. */
export function fieldRows(schema: Schema, texts: ApiTexts, before = ''): FieldRow[] {
	const fields = Object.entries(schema.properties ?? {});
	const required = schema.required ?? [];
	const mixed = required.length < fields.length;
	return fields.flatMap(([name, field]) => {
		const row = {
			name: before + name,
			words: schemaWords(field, texts),
			notes: [...(mixed && required.includes(name) ? [texts.required] : []), ...usual(field, texts)],
			description: field.description ?? ''
		};
		return [row, ...innerRows(field, `${before}${name}`, texts)];
	});
}

export function parameterRow(parameter: Parameter, texts: ApiTexts): FieldRow {
	const { name, schema, description, required } = parameter;
	return {
		name,
		words: schemaWords(schema, texts),
		notes: [
			parameter.in === 'path' ? texts.inPath : texts.inQuery,
			required ? texts.required : texts.optional,
			...usual(schema, texts)
		],
		description
	};
}

function usual(schema: Schema, texts: ApiTexts): string[] {
	return schema.default === undefined ? [] : [texts.usually(String(schema.default))];
}

function innerRows(field: Schema, name: string, texts: ApiTexts): FieldRow[] {
	if (isInline(field)) return fieldRows(field, texts, `${name}.`);
	return field.items && isInline(field.items) ? fieldRows(field.items, texts, `${name}[].`) : [];
}
