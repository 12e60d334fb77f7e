import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { openApi } from '../openapi/document.ts';
import { operations } from '../openapi/operations.ts';
import { docsPage } from './docsPage.ts';
import { fieldRows } from './fieldRows.ts';
import { marked } from './marked.ts';
import { schemaWords } from './schemaWords.ts';
import { apiTexts } from '#texts/api.ts';

const origin = "https://o'neill.example";
const page = docsPage(openApi, { lang: 'en', origin });
const shown = page.groups.flatMap((group) => group.operations);

test('every operation and every schema has its place', () => {
	expect(shown.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
		operations(openApi)
			.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
			.sort()
	);
	const places = ['RecordCode', ...page.schemas.map(({ name }) => name)];
	expect(places.sort()).toEqual(Object.keys(openApi.components.schemas).sort());
});

test('the words are those of the reader', () => {
	const zh = docsPage(openApi, { lang: 'zh', origin });
	expect(
		zh.groups.every(({ name, operations }) => [name, ...operations.map((one) => one.summary)].every(isHan))
	).toBe(true);
	expect(shown.some(({ summary }) => isHan(summary))).toBe(false);
});

test('what needs a key says which scope, and what is open says so', () => {
	const scopes = Object.fromEntries(shown.map(({ id, scope }) => [id, scope]));
	expect(scopes).toMatchObject({
		sendCalls: 'ingest',
		getLoad: 'read',
		putQueue: 'admin',
		getBestTime: null
	});
});

describe('curl lines', () => {
	/** The arguments as a shell hands them to curl. */
	const argumentsOf = (code: string) =>
		execFileSync('sh', ['-c', `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${code}`], {
			encoding: 'utf8',
			env: { ...process.env, OFFPEAK_API_KEY: 'the-key' }
		})
			.split('\0')
			.slice(0, -1);

	test('ask the reader’s own server, with the key of the environment', () => {
		const load = shown.find(({ id }) => id === 'getLoad')?.requests[0]?.code ?? '';
		expect(argumentsOf(load)).toEqual([
			`${origin}/api/v1/queues/payments/load?grain=hour&from=2026-03-02&to=2026-03-03`,
			'-H',
			'Authorization: Bearer the-key'
		]);
	});

	test('send each example as it is', () => {
		const requests = shown.find(({ id }) => id === 'sendCalls')?.requests ?? [];
		expect(requests.map(({ summary }) => summary)).toContain('Calls as CSV');
		for (const { summary, code } of requests) {
			const body = argumentsOf(code).at(-1) ?? '';
			const [example] = Object.values(openApi.paths['/api/v1/calls']?.post?.requestBody?.content ?? {})
				.flatMap(({ examples = {} }) => Object.values(examples))
				.filter((one) => one.summary === summary);
			expect(typeof example?.value === 'string' ? body : JSON.parse(body)).toEqual(example?.value);
		}
	});

	test('have a method only where it is not the usual one', () => {
		const code = (id: string) => shown.find((one) => one.id === id)?.requests[0]?.code ?? '';
		expect(argumentsOf(code('putQueue')).slice(1, 3)).toEqual(['-X', 'PUT']);
		expect(code('sendCalls')).not.toContain('-X');
		expect(argumentsOf(code('getHealth'))).toEqual([`${origin}/healthz`]);
	});
});

describe('types in words', () => {
	const said = (schema: Parameters<typeof schemaWords>[0]) =>
		schemaWords(schema, apiTexts('en'))
			.map(({ text }) => text)
			.join('');

	test.each([
		[{ type: 'string' as const, minLength: 1, maxLength: 200 }, 'text, 1 to 200 characters'],
		[{ type: ['integer' as const, 'null' as const], minimum: 0, maximum: 9 }, 'whole number, 0 to 9 or null'],
		[{ type: 'array' as const, items: { $ref: '#/components/schemas/Call' } }, 'list of Call'],
		[{ enum: ['a', 1, null] }, 'a or 1 or null'],
		[{ const: true }, 'true'],
		[{ type: 'string' as const, format: 'date-time' }, 'instant'],
		[{ type: 'number' as const, minimum: 0 }, 'number'],
		[{ anyOf: [{ $ref: '#/components/schemas/Level' }, { type: 'null' as const }] }, 'Level or null'],
		[{}, 'any']
	])('%j', (schema, words) => expect(said(schema)).toBe(words));
});

test('fields within fields are named with the way to them', () => {
	const inner = {
		type: 'object' as const,
		required: ['b'],
		properties: { b: { type: 'boolean' as const, default: true } }
	};
	const rows = fieldRows(
		{ properties: { a: inner, c: { type: 'array', items: inner } }, required: ['a'] },
		apiTexts('en')
	);
	expect(rows.map(({ name, notes }) => `${name} ${notes}`)).toEqual([
		'a required',
		'a.b usually true',
		'c ',
		'c[].b usually true'
	]);
});

test('backticks make code', () => {
	expect(marked('send `id`, or `x`')).toEqual([
		{ code: false, text: 'send ' },
		{ code: true, text: 'id' },
		{ code: false, text: ', or ' },
		{ code: true, text: 'x' }
	]);
});

function isHan(text: string): boolean {
	return /\p{Script=Han}/u.test(text);
}
