import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The same statements run on one server and on a cluster, which refuses some that one server takes, or answers them
 * otherwise (Citus 13.2). Whether all of them pass, only the tests with a cluster can say; this says of the shapes that
 * are known before anybody runs one.
 */
const shapes: { name: string; pattern: RegExp; refused: string; taken: string }[] = [
	{
		name: 'columns beside each other, joined: only the first is seen',
		pattern:
			/unnest\((?:(?!`;)[\s\S])*?\)\s+\w+\((?:[^()]|\([^()]*\))*,(?:[^()]|\([^()]*\))*\)\s*(?:\w+ )?(?:join|where)\b/i,
		refused: 'from unnest($1::text::int[], $2::text::text[]) k(a, b)\n\tjoin call c on c.id = k.b',
		taken:
			'from (select * from unnest($1::text::int[], $2::text::text[]) k(a, b)) k\n\tjoin call c on c.id = k.b'
	},
	{
		name: 'an instant as a number in RETURNING: it goes by the session’s zone',
		pattern:
			/returning\b(?:(?!`;|\bselect\b)[\s\S])*?(?:extract\(epoch from|date_part\('epoch',)\s*[\w.]+\)/i,
		refused: 'returning c.id, (extract(epoch from c.enqueued_at) * 1000)',
		taken: "returning c.id, (extract(epoch from c.enqueued_at at time zone 'UTC') * 1000)"
	},
	{
		name: 'the time of the machine in an update',
		pattern: /do update\s+set\b(?:(?!`)[\s\S])*?\bnow\(\)/i,
		refused: 'on conflict (name) do update set changed_at = now()',
		taken: 'on conflict (name) do update set changed_at = excluded.changed_at'
	},
	{
		name: 'rows of calls or sums locked one by one: the queue’s advisory lock does that',
		pattern: /\bfrom (?:call|rollup)\b(?:(?!`)[\s\S])*?\bfor (?:no key )?(?:update|share)\b/i,
		refused: 'select id from call where queue_id = 1 for update',
		taken: 'select pg_advisory_xact_lock(1, 2)'
	},
	{
		name: 'sums of sums',
		pattern: /\bgrouping sets\b|group by (?:rollup|cube)\s*\(/i,
		refused: 'group by rollup (queue_id, level)',
		taken: 'group by queue_id, level'
	},
	{
		name: 'recursion',
		pattern: /\bwith recursive\b/i,
		refused: 'with recursive days as (select 1)',
		taken: 'with days as (select 1)'
	},
	{
		name: 'cutting time by the session’s zone, which the workers do not have',
		pattern: /date_trunc\(\s*'\w+'\s*,\s*[\w.]+\s*\)|set (?:local )?time zone/i,
		refused: "date_trunc('day', enqueued_at)",
		taken: "date_trunc('day', enqueued_at, 'UTC')"
	},
	{
		name: 'a call that is changed where it lies gets another queue',
		pattern: /update (?:call|rollup)(?: \w+)? set (?:(?!where)[\s\S])*?\bqueue_id\s*=/i,
		refused: 'update call c set agent = r.agent, queue_id = r.queue_id from r',
		taken: 'update call c set agent = r.agent from r where c.queue_id = r.queue_id'
	}
];

const statements = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
	.map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

describe.each(shapes)('$name', ({ pattern, refused, taken }) => {
	test('is told from what a cluster takes', () => {
		expect(pattern.test(refused)).toBe(true);
		expect(pattern.test(taken)).toBe(false);
	});

	test('is nowhere', () => {
		expect(statements.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
	});
});
