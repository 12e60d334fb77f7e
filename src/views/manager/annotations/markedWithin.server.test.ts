import { expect, test } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { writeAnnotation } from '#records/annotations.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { markedWithin } from './markedWithin.server.ts';

const database = await testDatabase();
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const stored = { id: 7, queue: defaultQueue('q', { name: null, zone: 'Asia/Shanghai', country: 'CN' }) };

async function mark(day: string, text: string, leaveOut = false): Promise<void> {
	const draft = { queueId: null, fromAt: at(`${day}T10:20`), toAt: at(`${day}T12:00`), text, leaveOut };
	await writeAnnotation(database, null, draft, { by: 'a@example.com', now: at('2026-11-23T10:00') });
}

test('names what is marked within a range, the newest where there are many', async () => {
	const november = { startAt: at('2026-11-01T00:00'), endAt: at('2026-12-01T00:00') };
	expect(await markedWithin(database, stored, november, 'en')).toBeNull();
	await mark('2026-11-17', 'App outage', true);
	expect(await markedWithin(database, stored, november, 'en')).toBe(
		'In this time: Tue, Nov 17 10:20–12:00: App outage (left out of what is usual).'
	);
	expect(await markedWithin(database, stored, november, 'zh')).toBe(
		'这段时间的标注：11月17日 周二 10:20–12:00：App outage（不计入常态）。'
	);
	// The end is out.
	const before = { startAt: at('2026-11-01T00:00'), endAt: at('2026-11-17T10:20') };
	expect(await markedWithin(database, stored, before, 'en')).toBeNull();
	for (const day of [2, 3, 4, 5, 6]) await mark(`2026-11-0${day}`, `Mark ${day}`);
	const many = await markedWithin(database, stored, november, 'en');
	expect(many).toMatch(/^In this time: Wed, Nov 4 10:20–12:00: Mark 4; .*\); and 2 earlier\.$/);
	// Over the turn of a year the year is said.
	const winter = { startAt: at('2026-11-17T00:00'), endAt: at('2027-02-01T00:00') };
	expect(await markedWithin(database, stored, winter, 'en')).toContain('Tue, Nov 17, 2026');
});
