import { expect, test } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { parseQueue } from '#model/parseQueue.ts';
import { isZone } from '#time/zone.ts';
import { openApi } from './document.ts';
import { misfits } from './testing/misfits.ts';

const known = defaultQueue('payments', { zone: 'Asia/Shanghai', country: 'CN' });
const phone = { number: '+86 95188', label: '', verified_on: '2026-03-02' };
const channel = { kind: 'chat', label: 'Chat', url: 'https://example.com/chat' };
const topic = { slug: 'theft', name: 'Theft', urgent: true, prepare: ['card'] };
const full = {
	...known,
	subdivision: '44',
	public: {
		...known.public,
		phone,
		channels: [channel],
		topics: [topic],
		embed_origins: ['https://www.example.com'],
		guide: { lead: 'x' }
	}
};

const { schemas } = openApi.components;
const queueMisfits = misfits(schemas, { $ref: '#/components/schemas/Queue' });
const changeMisfits = misfits(schemas, { $ref: '#/components/schemas/QueueChange' });
const fits = (change: unknown) => changeMisfits(change).length === 0;
const isTaken = (value: unknown) => 'queue' in parseQueue(value, known, isZone);

test('a queue as it is given fits, whole and not otherwise', () => {
	expect(queueMisfits(full)).toEqual([]);
	expect(queueMisfits(known)).toEqual([]);
	expect(queueMisfits({ ...known, zone: undefined })).not.toEqual([]);
});

test('what is given can be sent back', () => {
	expect(isTaken(full)).toBe(true);
	expect(changeMisfits(full)).toEqual([]);
	expect(changeMisfits({})).toEqual([]);
});

test('a change fits where it is taken, and nowhere else', () => {
	const values: unknown[] = [
		null,
		'',
		'x',
		-1,
		0,
		0.5,
		3,
		16,
		8000,
		true,
		[],
		{},
		['x'],
		[['09:00', '25:00']],
		{ x: 1 }
	];
	const differ: string[] = [];
	for (const { path, part } of parts(full))
		for (const value of values) {
			const where = path.join('.');
			// What takes more than a schema to tell: zones, addresses and origins. All else must agree.
			if (/zone|url|embed_origins|slug/.test(where) && JSON.stringify(value).includes('"')) continue;
			// A list in place of an object is read as the object of its places.
			if (Array.isArray(value) && !Array.isArray(part) && typeof part === 'object') continue;
			const changed = replaced(full, path, value);
			if (isTaken(changed) !== fits(changed))
				differ.push(`${where} ${JSON.stringify(value)} taken: ${isTaken(changed)}`);
		}
	expect(differ).toEqual([]);
});

test('each field may be left out of a change exactly where it is taken without it', () => {
	const differ = parts(full)
		.map(({ path }) => ({ path, changed: replaced(full, path, undefined) }))
		.filter(({ changed }) => isTaken(changed) !== fits(changed))
		.map(({ path }) => path.join('.'));
	expect(differ).toEqual([]);
});

/** Every part of a value, and the way to it; of a list, the first item stands for all. */
function parts(value: unknown, path: string[] = []): { path: string[]; part: unknown }[] {
	const inner = typeof value === 'object' && value ? Object.entries(value) : [];
	const shown = Array.isArray(value) ? inner.slice(0, 1) : inner;
	const deeper = shown.flatMap(([name, part]) => parts(part, [...path, name]));
	return path.length === 0 ? deeper : [{ path, part: value }, ...deeper];
}

/** A copy in which one part is another value; undefined: it is left out. */
function replaced(whole: object, path: string[], value: unknown): unknown {
	const copy = JSON.parse(JSON.stringify(whole));
	let at = copy;
	for (const name of path.slice(0, -1)) at = at[name];
	const last = path.at(-1) ?? '';
	if (value !== undefined) at[last] = value;
	else if (Array.isArray(at)) at.splice(0, 1);
	else delete at[last];
	return copy;
}
