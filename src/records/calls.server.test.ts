import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomes } from '#model/call.ts';
import { findCalls, insertCalls, keyText, removeCalls, type CallRow } from './calls.server.ts';
import { keepsCallKeys } from './cluster/callKeys.server.ts';
import { copyCalls } from './copyCalls.server.ts';
import { emptyCalls } from './testing/emptyCalls.server.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const { sql } = await testDatabase();

const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
const words = (most: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: most });
const seconds = fc.option(fc.integer({ min: 0, max: 1_209_600 }));

const row: fc.Arbitrary<CallRow> = fc.record({
	sourceId: fc.integer({ min: 1, max: 9 }),
	id: words(200).filter((id) => !id.includes('\0')),
	queueId: fc.integer({ min: 1, max: 2147483647 }),
	topicId: fc.option(fc.integer({ min: 1, max: 2147483647 })),
	enqueuedAt: instant,
	answeredAt: fc.option(instant),
	endedAt: fc.option(instant),
	outcome: fc.constantFrom(...outcomes, 'deleted'),
	agent: fc.option(fc.constantFrom('李雷', 'a\tb\\N\n', '\\.', 'ﷺ'.repeat(200), '👩🏽‍🚀'.repeat(25))),
	channel: fc.constantFrom('voice', 'x'.repeat(100)),
	priority: fc.option(fc.integer({ min: -2147483648, max: 2147483647 })),
	talkSeconds: seconds,
	holdSeconds: seconds,
	wrapSeconds: seconds,
	caller: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
	repeat: fc.boolean(),
	revision: fc.maxSafeInteger()
});

test.each([
	['by COPY', copyCalls],
	['by one statement', insertCalls]
])('what is stored %s is found as it was', async (_, store) => {
	const rows = fc
		.sample(row, { numRuns: 1500, seed: 18 })
		.map((one, i) => ({ ...one, id: `${i}${one.id}`.slice(0, 200) }));
	await store(sql, rows);
	const found = await findCalls(sql, rows);
	expect(found.size).toBe(rows.length);
	for (const one of rows) expect(found.get(keyText(one))).toMatchObject(one);
	await emptyCalls({ sql });
});

test('only what still lies where it was found is removed, not what has come to lie there', async () => {
	const [first, second] = fc
		.sample(row, { numRuns: 2, seed: 19 })
		.map((one, i) => ({ ...one, queueId: 1, id: `call ${i}` }));
	if (!first || !second) throw new Error('no rows');
	await insertCalls(sql, [first]);
	const found = [...(await findCalls(sql, [first])).values()];
	await sql`delete from call where queue_id = 1`;
	await sql`vacuum call`;
	await insertCalls(sql, [second]);
	const [later] = [...(await findCalls(sql, [second])).values()];
	expect(later?.place).toMatchObject({ block: found[0]?.place.block, line: found[0]?.place.line });
	const layout = { areSpread: await keepsCallKeys(sql) };
	expect(await removeCalls(sql, found, layout)).toBe(0);
	expect(await removeCalls(sql, later ? [later] : [], layout)).toBe(1);
	expect((await findCalls(sql, [first, second])).size).toBe(0);
});
