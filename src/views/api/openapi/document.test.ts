import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { openApi } from './document.ts';
import { operations } from './operations.ts';
import { misfits } from './testing/misfits.ts';

const all = operations(openApi);
const { schemas } = openApi.components;
const text = JSON.stringify(openApi);

test('is OpenAPI 3.1', async () => {
	const validator = new Validator();
	expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true });
	expect(validator.version).toBe('3.1');
	expect(await new Validator().validate({ ...JSON.parse(text), paths: [] })).toMatchObject({ valid: false });
});

describe('the routes', () => {
	const routes = join(import.meta.dirname, '../../../routes');
	const served = readdirSync(routes, { recursive: true, encoding: 'utf8' })
		.filter((file) =>
			/^(api\/.*|badge\/.*|\(public\)\/.*|embed\/versions\.json|oembed|healthz|readyz|metrics|openapi\.json)\/\+server\.ts$/.test(
				file
			)
		)
		.flatMap((file) => {
			const path = `/${file
				.replace('/+server.ts', '')
				.replace(/^\(public\)\//, '')
				.replaceAll('[', '{')
				.replaceAll(']', '}')}`;
			return methodsOf(readFileSync(join(routes, file), 'utf8')).map((method) => `${method} ${path}`);
		});

	test('are all described, with every method, and nothing else is', () => {
		expect(served.length).toBeGreaterThan(10);
		expect(all.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(served.sort());
	});

	test('methods are found however they are exported', () => {
		const code =
			'export const GET = a;\nexport async function PUT(event) {}\nexport { preflight as OPTIONS, POST };';
		expect(methodsOf(code)).toEqual(['GET', 'PUT', 'OPTIONS', 'POST']);
	});
});

test('operations have names of their own, a known tag, and words in both languages', () => {
	const names = all.map(({ operation }) => operation.operationId);
	expect(new Set(names).size).toBe(names.length);
	const tags = openApi.tags.map(({ name }) => name);
	for (const { operation } of all) {
		expect(tags).toContain(operation.tags[0]);
		expect(operation['x-summary-zh']).toMatch(/\p{Script=Han}/u);
		expect(operation.summary).not.toMatch(/\p{Script=Han}/u);
	}
});

test('parameters in the path are those of the address', () => {
	for (const { path, operation } of all) {
		const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		const given = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
		expect(given.map(({ name }) => name)).toEqual(named);
		expect(given.every(({ required }) => required)).toBe(true);
	}
});

test('every schema that is named is there, and every one that is there is named', () => {
	const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
	expect([...new Set(named)].sort()).toEqual(Object.keys(schemas).sort());
});

test('examples are what their schemas say', () => {
	const media = all.flatMap(({ operation }) => [
		...Object.values(operation.requestBody?.content ?? {}),
		...Object.values(operation.responses).flatMap(({ content }) => Object.values(content ?? {}))
	]);
	let tried = 0;
	for (const { schema, examples = {} } of media) {
		const values = Object.values(examples).map(({ value }) => value);
		if (values.length === 0) continue;
		const misfitsOf = misfits(schemas, schema, { exact: true });
		for (const value of values) expect(misfitsOf(value)).toEqual([]);
		tried += values.length;
	}
	expect(tried).toBeGreaterThan(8);
	for (const { operation } of all)
		for (const { schema, example } of operation.parameters ?? [])
			if (example !== undefined) expect(misfits({}, schema)(example)).toEqual([]);
});

test('errors are problem documents', () => {
	const others = all.flatMap(({ method, path, operation }) =>
		Object.entries(operation.responses)
			.filter(([status, { content }]) => status >= '400' && !content?.['application/problem+json'])
			.map(([status]) => `${method} ${path} ${status}`)
	);
	// The one that says of every record what was wrong with it.
	expect(others).toEqual(['post /api/v1/calls 422']);
});

function methodsOf(code: string): string[] {
	const names = 'GET|PUT|POST|PATCH|DELETE|OPTIONS|HEAD|fallback';
	const direct = new RegExp(`^export (?:const|(?:async )?function) (${names})\\b`, 'gm');
	const listed = [...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, inside = '']) =>
		inside.split(',').map(
			(part) =>
				part
					.trim()
					.split(/\s+as\s+/)
					.at(-1) ?? ''
		)
	);
	return [...[...code.matchAll(direct)].map(([, name = '']) => name), ...listed.filter(Boolean)];
}
