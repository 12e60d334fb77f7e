/** The part of OpenAPI 3.1 that the description uses. Its schemas are JSON Schema 2020-12. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';

export interface Schema {
	$ref?: string;
	description?: string;
	type?: JsonType | JsonType[];
	const?: Json;
	enum?: readonly Json[];
	format?: string;
	pattern?: string;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	exclusiveMaximum?: number;
	multipleOf?: number;
	default?: Json;
	items?: Schema;
	prefixItems?: Schema[];
	minItems?: number;
	maxItems?: number;
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: boolean | Schema;
	anyOf?: Schema[];
	oneOf?: Schema[];
	examples?: readonly Json[];
}

export interface Example {
	summary: string;
	value: Json;
}

export interface MediaType {
	schema: Schema;
	examples?: Record<string, Example>;
}

export interface Parameter {
	name: string;
	in: 'path' | 'query';
	description: string;
	required?: boolean;
	schema: Schema;
	example?: Json;
}

export interface Answer {
	description: string;
	headers?: Record<string, { description: string; schema: Schema }>;
	content?: Record<string, MediaType>;
}

export interface Operation {
	operationId: string;
	tags: [string];
	summary: string;
	'x-summary-zh': string;
	description?: string;
	/** Ways in, any of which will do, each with the scopes that it needs; empty: open to all. */
	security: Record<string, string[]>[];
	parameters?: Parameter[];
	requestBody?: { required: true; description?: string; content: Record<string, MediaType> };
	responses: Record<string, Answer>;
}

export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete' | 'options';
export type Paths = Record<string, Partial<Record<Method, Operation>>>;

export interface OpenApi {
	openapi: '3.1.0';
	info: {
		title: string;
		version: string;
		summary: string;
		description: string;
		license: { name: string; identifier: string };
	};
	servers: { url: string; description: string }[];
	tags: { name: string; description: string; 'x-name-zh': string; 'x-description-zh': string }[];
	paths: Paths;
	components: {
		schemas: Record<string, Schema>;
		securitySchemes: Record<string, Record<string, string>>;
	};
}
