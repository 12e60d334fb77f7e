import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { recordCodes } from '#model/recordCodes.ts';
import type { BodyCase } from './bad/body.ts';
import { csvBodies, csvOddities, tableBodies } from './bad/csvBodies.ts';
import { fieldCases } from './bad/fields.ts';
import { jsonBodies, jsonOddities } from './bad/jsonBodies.ts';
import { lineBodies, lineOddities } from './bad/lineBodies.ts';
import { logBodies, logOddities } from './bad/logBodies.ts';
import { farQuestions, questions, type RequestCase } from './bad/questions.ts';
import { good, now, retentionDays } from './bad/record.ts';
import { settingsCases } from './bad/settings.ts';
import { vendorBodies } from './bad/vendorBodies.ts';
import { wrappingOddities, wrappings } from './bad/wrappings.ts';
import { Client } from './client.ts';
import { apiKey, startProduct, type Product } from './product.ts';

let product: Product;
let client: Client;
test.beforeAll(async () => {
	const env = { OFFPEAK_NOW: now, OFFPEAK_RETENTION_DAYS: String(retentionDays) };
	product = await startProduct({ env });
	client = new Client(product);
	await client.putQueue('questions', {});
});
test.afterAll(async () => {
	await product.stop();
	// Whatever was sent, nothing of it was a fault of the server.
	expect(product.output()).not.toMatch(/error|\n\s+at /i);
});

const mistakes: BodyCase[] = [
	...fieldCases.map(([mistake, record, field, code]): BodyCase => ({
		mistake,
		body: JSON.stringify({ calls: [good(), record, good()] }),
		status: 200,
		refused: [[2, field, code]],
		stored: 2
	})),
	...jsonBodies,
	...lineBodies,
	...csvBodies,
	...tableBodies,
	...logBodies,
	...vendorBodies,
	...wrappings
];
const oddities = [...jsonOddities, ...lineOddities, ...csvOddities, ...logOddities, ...wrappingOddities];

test('a body with a mistake is told where, and costs no good record', async () => {
	for (const [i, one] of mistakes.entries()) await test.step(one.mistake, () => check(one, `mistake-${i}`));
});

test('what only looks wrong is taken', async () => {
	for (const [i, one] of oddities.entries()) await test.step(one.mistake, () => check(one, `oddity-${i}`));
});

async function check(one: BodyCase, queue: string): Promise<void> {
	const { body, type = 'application/json', encoding, query = '', status, says } = one;
	const headers = new Headers();
	if (type !== null) headers.set('content-type', type);
	if (encoding) headers.set('content-encoding', encoding);
	const address = `/calls?queue=${queue}&${query}`;
	const response = await client.fetch(address, { method: 'POST', headers, body });
	const answer = await response.json();
	expect.soft(response.status, JSON.stringify(answer)).toBe(status);
	if (response.status !== status) return;
	if (status === 200 || status === 422) expectCounts(answer, one);
	else expectProblem(response, answer, status, says);
	expect.soft(await stored(queue)).toBe(one.stored);
}

function expectCounts(
	answer: Awaited<ReturnType<Client['send']>>['answer'],
	{ refused = [] }: BodyCase
): void {
	const { received, created, updated, unchanged, rejected, errors } = answer;
	expect.soft(received).toBe(created + updated + unchanged + rejected);
	expect.soft(errors.map(({ line, field, code }) => [line, field, code])).toEqual(refused);
	for (const { field, message, code } of errors) {
		expect.soft(message).toMatch(/^.{10,}$/);
		expect.soft(Object.keys(recordCodes)).toContain(code);
		if (field !== null) expect.soft(message).toContain(field);
	}
}

/** How many calls the queue has; a queue that was never made has none. */
async function stored(queue: string): Promise<number> {
	const response = await client.fetch(`/queues/${queue}/load?from=2026-03-01&to=2026-03-04&grain=day`);
	if (response.status === 404) return 0;
	const { rows }: { rows: { offered: number }[] } = await response.json();
	return rows.reduce((sum, { offered }) => sum + offered, 0);
}

function expectProblem(
	response: Response,
	answer: Record<string, unknown>,
	status: number,
	says: RegExp = /^\S.{5,}$/s
): void {
	expect.soft(response.headers.get('content-type')).toBe('application/problem+json');
	expect.soft(answer).toMatchObject({
		type: expect.any(String),
		title: expect.stringMatching(/^\S/),
		status,
		detail: expect.stringMatching(says)
	});
}

async function checkRequest({
	path,
	method,
	body,
	headers,
	status,
	field,
	says
}: RequestCase): Promise<void> {
	const response = await client.fetch(path, { method, body, headers });
	const text = await response.text();
	expect.soft(response.status, text).toBe(status);
	if (response.status !== status) return;
	const answer = JSON.parse(text);
	expectProblem(response, answer, status, says);
	if (status === 405) expect.soft(response.headers.get('allow')).toMatch(/[A-Z]/);
	if (field === undefined) return;
	const named = status === 422 ? answer.errors.map((one: { field: string }) => one.field) : [answer.field];
	expect.soft(named, text).toContain(field);
	expect.soft(answer.detail).toContain(field.split('.').at(-1));
}

test('a question that cannot be answered names what is wrong', async () => {
	for (const one of questions) await test.step(nameOf(one), () => checkRequest(one));
});

test('settings that cannot be taken name the field, and nothing is changed', async () => {
	const before = await client.putQueue('questions', {});
	for (const one of settingsCases) await test.step(nameOf(one), () => checkRequest(one));
	expect(await (await client.fetch('/queues/questions')).json()).toEqual(before);
});

function nameOf({ method = 'GET', path, body = '' }: RequestCase): string {
	return `${method} ${path.slice(0, 80)} ${String(body).slice(0, 80)}`.trim();
}

test('a question at the edge of time is answered', async () => {
	for (const path of farQuestions) {
		const response = await client.fetch(path);
		expect.soft(response.status, `${path}: ${await response.clone().text()}`.slice(0, 300)).toBe(200);
		if (response.status !== 200) continue;
		const answer: { rows?: unknown[]; cells?: unknown[] } = await response.json();
		expect.soft((answer.rows ?? answer.cells ?? []).length, path).toBeGreaterThan(0);
	}
});

test('a sender that breaks off costs nobody anything', async () => {
	const { hostname, port } = new URL(product.url);
	const head = `POST /api/v1/calls?queue=broken HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${apiKey}\r\n`;
	const body = `${JSON.stringify(good())}\n{"id":"bad","enq`;
	for (const rest of [
		`Content-Type: application/x-ndjson\r\nContent-Length: 5000\r\n\r\n${body}`,
		`Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n`,
		`Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 5000\r\n\r\n${body}`
	]) {
		const socket = connect(Number(port), hostname);
		await once(socket, 'connect');
		await new Promise((sent) => socket.write(head + rest, sent));
		socket.destroy();
	}
	expect(await stored('broken')).toBe(0);
	await check({ mistake: 'none', body: JSON.stringify(good()), status: 200, stored: 1 }, 'after-broken');
});

test('every code that a record can be refused with has a case, and there are more than 200 kinds', () => {
	const seen = new Set(mistakes.flatMap(({ refused = [] }) => refused.map(([, , code]) => code)));
	// The one that depends on the key: keys.test.ts.
	seen.add('queue_not_allowed');
	expect(Object.keys(recordCodes).filter((code) => !seen.has(code))).toEqual([]);
	expect(mistakes.length + questions.length + settingsCases.length).toBeGreaterThan(400);
	expect(new Set(mistakes.map(({ mistake }) => mistake)).size).toBe(mistakes.length);
});
