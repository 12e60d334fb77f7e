import { expect, it, test } from 'vitest';
import { defaultQueue } from '#model/defaultQueue.ts';
import { specialDay } from './calendarSchema.server.ts';
import { changeSpecialDays, recentChanges, undoSpecialDays } from './changeSpecialDays.server.ts';
import { putQueue } from './queues.server.ts';
import { rowOf, seedCalendars, seedCountry } from './seedCalendars.server.ts';
import { readCalendar, readSpecialDays } from './specialDays.server.ts';
import { testDatabase } from './testing/testDatabase.server.ts';

const database = await testDatabase();
const stored = await putQueue(
	database,
	defaultQueue('wallet', { name: 'Wallet', zone: 'Asia/Shanghai', country: 'CN' })
);
const other = await putQueue(
	database,
	defaultQueue('cards', { name: 'Cards', zone: 'Asia/Shanghai', country: 'CN' })
);
const [today, now] = ['2026-11-22', Date.parse('2026-11-22T12:00:00Z')];
const made = { by: 'lin@example.com', queueId: stored.id, now };
const closed = rowOf(
	{
		date: '2026-11-27',
		scope: 'queue',
		subdivision: null,
		kind: 'holiday',
		name: { en: 'Stocktaking', zh: '盘点' },
		standsFor: null,
		source: 'manager',
		verified: true,
		schedule: false,
		own: true
	},
	{ country: 'CN', queueId: stored.id }
);
const kindOn = async (date: string, queue = stored) => (await readCalendar(database, queue))(date).kind;

it('fills in a country when a queue of it is first looked at', async () => {
	const days = await readSpecialDays(database, stored, '2026-03-01', '2026-03-02');
	expect(days.filter(({ kind }) => kind === 'make_up_workday').map(({ date }) => date)).toEqual([
		...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
	]);
	expect(days[0]).toEqual({
		date: '2026-01-01',
		scope: 'country',
		subdivision: null,
		kind: 'holiday',
		name: { en: "New Year's Day", zh: '元旦' },
		standsFor: null,
		source: 'chinese-days',
		verified: true,
		schedule: true,
		own: false
	});
});

const undo = (id = '', ownOnly = false, queueId = stored.id) =>
	undoSpecialDays(database, id, { queueId, ownOnly });

it('takes a change back where it was made; who is for one queue only takes back what is its own', async () => {
	const change = await changeSpecialDays(database, { remove: [], add: [closed] }, made);
	expect(await undo(change?.id, false, other.id)).toBe(false);
	expect(await undo(change?.id, true)).toBe(true);
	const everywhere = { ...closed, queueId: 0 };
	const wide = await changeSpecialDays(database, { remove: [], add: [everywhere] }, made);
	expect(await undo(wide?.id, true)).toBe(false);
	expect(await kindOn('2026-11-27', other)).toBe('holiday');
	expect(await undo(wide?.id)).toBe(true);
});

it('gives the same calendar until something changes', async () => {
	const calendar = await readCalendar(database, stored);
	expect(await readCalendar(database, other)).toBe(calendar);
	const change = await changeSpecialDays(database, { remove: [], add: [closed] }, made);
	expect(await kindOn('2026-11-27')).toBe('holiday');
	expect(await kindOn('2026-11-27', other)).toBe('workday');
	expect(await undo(change?.id)).toBe(true);
	expect(await undo(change?.id)).toBe(false);
	expect(await kindOn('2026-11-27')).toBe('workday');
});

it('brings back what a change replaced', async () => {
	await changeSpecialDays(database, { remove: [], add: [closed] }, made);
	const renamed = { ...closed, nameZh: '年终盘点' };
	await changeSpecialDays(database, { remove: [], add: [renamed] }, { ...made, now: now + 1 });
	const named = async () => (await readCalendar(database, stored))('2026-11-27').name?.zh;
	expect(await named()).toBe('年终盘点');
	const [newest] = await recentChanges(database, stored.id, 1);
	expect(newest?.added[0]?.nameZh).toBe('年终盘点');
	await undo(newest?.id);
	expect(await named()).toBe('盘点');
	await changeSpecialDays(database, { remove: [closed], add: [] }, { ...made, now: now + 2 });
	expect(await named()).toBeUndefined();
});

test('an update of the packages leaves what managers said', async () => {
	await changeSpecialDays(database, { remove: [], add: [closed] }, made);
	expect((await seedCalendars(database, today))[0]).toMatchObject({
		country: 'CN',
		changed: false,
		years: ['2004', '2026']
	});
	// As a package of another version would have left it.
	await database.sql`update calendar_seed set version = 'older'`;
	await database.sql`delete from special_day where date = '2026-10-10' and not own`;
	await database.sql`update special_day set name_zh = '旧' where date = '2026-10-01' and not own`;
	expect(await seedCountry(database, 'CN', today)).toMatchObject({ changed: true });
	const days = await readSpecialDays(database, stored, today, today);
	expect(days.find(({ date }) => date === '2026-10-10')?.kind).toBe('make_up_workday');
	expect(days.find(({ date }) => date === '2026-10-01')?.name?.zh).toBe('国庆节');
	expect(days.filter(({ own }) => own).map(({ date }) => date)).toEqual(['2026-11-27']);
	expect((await database.db.select().from(specialDay)).filter(({ own }) => own)).toHaveLength(1);
});
