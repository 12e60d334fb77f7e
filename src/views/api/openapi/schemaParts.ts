import type { JsonType, Schema } from './types.ts';

interface ObjectRules<Name> {
	/** Fields that may be left out; the others are always there. */
	optional?: readonly Name[] | 'all';
	/** Whether other fields are refused. */
	closed?: boolean;
}

/** An object with exactly the fields of `T`: one that the model gains or loses is a type error here. */
export function object<T>(
	description: string,
	properties: Record<keyof T & string, Schema>,
	{ optional = [], closed = false }: ObjectRules<keyof T & string> = {}
): Schema {
	const left = new Set<string>(optional === 'all' ? Object.keys(properties) : optional);
	const required = Object.keys(properties).filter((name) => !left.has(name));
	return {
		...described(description),
		type: 'object',
		...(required.length === 0 ? {} : { required }),
		properties,
		...(closed ? { additionalProperties: false } : {})
	};
}

export function ref(name: string): Schema {
	return { $ref: `#/components/schemas/${name}` };
}

/** The schema, or null for what is not known. */
export function nullable({ description = '', ...schema }: Schema): Schema {
	if (typeof schema.type === 'string' && !schema.enum)
		return { ...described(description), ...schema, type: [schema.type, 'null'] };
	return { ...described(description), anyOf: [schema, { type: 'null' }] };
}

export function list(items: Schema, description = '', rest: Schema = {}): Schema {
	return { ...described(description), type: 'array', items, ...rest };
}

export function choice(values: readonly (string | number)[], description = ''): Schema {
	const type: JsonType = values.every((value) => typeof value === 'number') ? 'integer' : 'string';
	return { ...described(description), type, enum: values };
}

export function text(description = '', rest: Schema = {}): Schema {
	return { ...described(description), type: 'string', ...rest };
}

export function wholeNumber(description: string, minimum: number, maximum?: number): Schema {
	return {
		...described(description),
		type: 'integer',
		minimum,
		...(maximum === undefined ? {} : { maximum })
	};
}

export const flag = (description = ''): Schema => ({ ...described(description), type: 'boolean' });
export const instant = (description: string): Schema => text(description, { format: 'date-time' });
export const date = (description: string): Schema => text(description, { format: 'date' });
export const count = (description: string): Schema => wholeNumber(description, 0);
export const seconds = (description: string): Schema => ({ description, type: 'number', minimum: 0 });
export const rate = (description: string): Schema => ({
	description,
	type: 'number',
	minimum: 0,
	maximum: 1
});

function described(description: string): Schema {
	return description === '' ? {} : { description };
}
