import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseInstant } from '#model/instant.ts';
import { isDate } from '#time/dates.ts';
import type { Schema } from '../types.ts';

/**
 * Says how a value does not fit a schema of the description, as sentences; none: it fits. With `exact`, a field that
 * is not described does not fit either: clients must put up with new fields, the description must know them.
 */
export function misfits(
	schemas: Record<string, Schema>,
	schema: Schema,
	{ exact = false } = {}
): (value: unknown) => string[] {
	const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
	ajv.addKeyword('components');
	ajv.addFormat('date-time', (text) => parseInstant(text) !== null);
	ajv.addFormat('date', isDate);
	const whole = { ...schema, components: { schemas } };
	const validate = ajv.compile(exact ? closed(whole) : whole);
	return (value) => {
		validate(value);
		return (validate.errors ?? []).map((error) =>
			[error.instancePath, error.message, JSON.stringify(error.params)].join(' ')
		);
	};
}

/** The same with every object closed that does not say itself what else it takes. */
function closed<T>(part: T): T;
function closed(part: unknown): unknown {
	if (Array.isArray(part)) return part.map((item) => closed(item));
	if (typeof part !== 'object' || part === null) return part;
	const all = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]));
	const isObject = all.type === 'object' || (Array.isArray(all.type) && all.type.includes('object'));
	return isObject && all.properties !== undefined ? { additionalProperties: false, ...all } : all;
}
