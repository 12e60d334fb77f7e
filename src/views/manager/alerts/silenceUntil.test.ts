import { expect, test } from 'vitest';
import { instantOf } from '#time/zone.ts';
import { silenceUntil } from './silenceUntil.ts';

const zone = 'Asia/Shanghai';
const now = instantOf(zone, '2026-03-02', 600);

test.each([
	[{ length: '1h' }, now + 3_600_000],
	[{ length: 'ever' }, Infinity],
	[{ length: 'ever', until: '' }, Infinity],
	[{ length: '1h', until: '2026-03-03T08:00' }, instantOf(zone, '2026-03-03', 480)],
	[{ until: '2026-03-02T09:59' }, null],
	[{ until: 'tomorrow' }, null],
	[{ length: '2h' }, null],
	[{}, null]
])('%o', (fields, until) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	expect(silenceUntil(form, zone, now)).toBe(until);
});
