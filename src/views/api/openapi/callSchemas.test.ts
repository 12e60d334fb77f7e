import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseSource } from '#ingest/chooseSource.ts';
import { parseCall } from '#model/parseCall.ts';
import { waiting } from './callExamples.ts';
import { callSchemas } from './callSchemas.ts';
import { openApi } from './document.ts';
import { misfits } from './testing/misfits.ts';
import type { Schema } from './types.ts';

const limits = { now: Date.UTC(2026, 2, 3), oldestAt: null };
const fields: Record<string, Schema> = { ...callSchemas.Call?.properties };
const body = openApi.paths['/api/v1/calls']?.post?.requestBody?.content ?? {};

/** Why a record is refused; null: it is taken. */
function refusal(record: unknown): string | null {
	const parsed = parseCall(record, limits);
	return 'problem' in parsed ? parsed.problem.code : null;
}

const misfitsOf = misfits(openApi.components.schemas, { $ref: '#/components/schemas/Record' });
const fits = (record: unknown) => misfitsOf(record).length === 0;

const options = { zone: 'Asia/Shanghai', queue: null, fields: null };

test('the fields of a call are those that are read', () => {
	const code = readFileSync(join(import.meta.dirname, '../../../model/parseCall.ts'), 'utf8');
	const read = [...code.matchAll(/\brecord\.(?:text|wholeNumber|instant|flag)\('(\w+)'/g)].map(
		([, name]) => name
	);
	expect([...new Set(read)].sort()).toEqual(Object.keys(fields).sort());
});

test('every example is taken in, each by the source of its Content-Type', () => {
	for (const [type, { examples }] of Object.entries(body))
		for (const { value } of Object.values(examples ?? {})) {
			const { source } = chooseSource(null, type, options);
			const items = [
				...source.read(typeof value === 'string' ? value : JSON.stringify(value)),
				...source.end()
			];
			expect(items.length).toBeGreaterThan(0);
			for (const item of items) expect('record' in item && refusal(item.record)).toBe(null);
		}
});

test('the Content-Types are those that are taken', () => {
	let said = '';
	try {
		chooseSource(null, 'x/y', options);
	} catch (error) {
		said = String(error);
	}
	expect(said.match(/[a-z]+\/[a-z+-]+/g)?.filter((type) => type !== 'x/y')).toEqual(Object.keys(body));
});

test('lengths and ranges are those that are checked', () => {
	const call = { ...waiting, answered_at: waiting.enqueued_at };
	for (const [name, schema] of Object.entries(fields)) {
		const { maxLength, minimum, maximum } = schema;
		if (maxLength !== undefined) {
			expect([name, refusal({ ...call, [name]: 'a'.repeat(maxLength) })]).toEqual([name, null]);
			expect([name, refusal({ ...call, [name]: 'a'.repeat(maxLength + 1) })]).toEqual([name, 'too_long']);
		}
		for (const [edge, beyond] of [
			[minimum, -1],
			[maximum, 1]
		] as const) {
			if (edge === undefined) continue;
			expect([name, refusal({ ...call, [name]: edge })]).toEqual([name, null]);
			expect([name, refusal({ ...call, [name]: edge + beyond })]).toEqual([name, 'out_of_range']);
		}
	}
});

test('what the schema takes is taken, and what it does not is not', () => {
	const values: unknown[] = [
		null,
		'',
		'x',
		0,
		1.5,
		true,
		false,
		[],
		{},
		'2026-03-02T09:15:00',
		'2026-03-02T09:15:00Z'
	];
	const missing = Object.keys(waiting).map((name) => ({ ...waiting, [name]: undefined }));
	const changed = Object.keys(fields).flatMap((name) =>
		values.map((value) => ({ ...waiting, [name]: value }))
	);
	const differ = [...missing, ...changed]
		.map((record) => ({ record: JSON.parse(JSON.stringify(record)), code: refusal(record) }))
		// What the instants say together, and who names the queue, is beyond a schema.
		.filter(({ code }) => !/before|in_future|contradicts/.test(code ?? ''))
		.filter(({ record, code }) => 'queue' in record && fits(record) !== (code === null))
		.map(({ record, code }) => `${JSON.stringify(record)} ${code}`);
	expect(differ).toEqual([]);
});
