import { eq, inArray, ne } from 'drizzle-orm';
import type { Queue } from '#model/queue.ts';
import type { SpecialDay } from '#model/specialDay.ts';
import type { Calendar } from '#time/calendar.ts';
import { calendarOf } from '#time/calendarOf.ts';
import { calendarSeed, specialDay, type SpecialDayRow } from './calendarSchema.server.ts';
import type { Database } from './database.server.ts';
import { tell } from './notices.server.ts';
import type { StoredQueue } from './queues.server.ts';
import { seedCountry } from './seedCalendars.server.ts';

/** Changes of another process (a command, a second server) show after so long; of this one at once. */
const trustedMs = 5_000;

/**
 * The special days that hold for a queue, by date, in the whole years from the first date's to the last date's: several
 * of one date where more than one was said (calendarOf.ts knows which holds). Dates are `YYYY-MM-DD`.
 */
export async function readSpecialDays(
	database: Pick<Database, 'db' | 'sql'>,
	stored: StoredQueue,
	fromDate: string,
	toDate: string
): Promise<SpecialDay[]> {
	const { days } = await keptOf(database, stored);
	const [first, last] = [fromDate.slice(0, 4), toDate.slice(0, 4)];
	return days.filter(({ date }) => date.slice(0, 4) >= first && date.slice(0, 4) <= last);
}

/** The calendar that holds for a queue, all years. The same object until something changes. */
export async function readCalendar(
	database: Pick<Database, 'db' | 'sql'>,
	stored: StoredQueue
): Promise<Calendar> {
	return (await keptOf(database, stored)).calendar;
}

/** The queue with the calendar that holds for it, as everything needs it that asks what kind of day a date is. */
export async function datedQueue(
	database: Pick<Database, 'db' | 'sql'>,
	stored: StoredQueue
): Promise<Queue & { calendar: Calendar }> {
	return { ...stored.queue, calendar: await readCalendar(database, stored) };
}

/** Makes the next reading see what was written, here and in other processes; for those who write special days. */
export function forgetSpecialDays(database: Pick<Database, 'sql'>): void {
	rereadSpecialDays(database);
	tell(database, { kind: 'special_days' });
}

/** Makes the next reading ask the database. */
export function rereadSpecialDays({ sql }: Pick<Database, 'sql'>): void {
	keptByDatabase.delete(sql);
}

/** A row as the model has it. */
export function fromRow(row: SpecialDayRow): SpecialDay {
	const { date, kind, own, standsFor, verified, schedule, source, nameEn, nameZh } = row;
	return {
		date,
		scope: row.queueId !== 0 ? 'queue' : row.country === '' ? 'all' : 'country',
		subdivision: row.subdivision === '' ? null : row.subdivision,
		kind,
		name:
			nameEn === null && nameZh === null ? null : { en: nameEn ?? nameZh ?? '', zh: nameZh ?? nameEn ?? '' },
		standsFor,
		source,
		verified,
		schedule,
		own
	};
}

interface Place {
	days: SpecialDay[];
	calendar: Calendar;
}

/** What was read of one database. Queues of which nothing is said alone share the calendar of their place. */
interface Kept {
	stamp: string;
	checkedAt: number;
	ofQueues: Promise<Map<number, SpecialDayRow[]>>;
	ofCountries: Map<string, Promise<SpecialDayRow[]>>;
	places: Map<string, Place>;
}

const keptByDatabase = new WeakMap<Database['sql'], Kept>();

async function keptOf(
	database: Pick<Database, 'db' | 'sql'>,
	{ id, queue: { country, subdivision } }: StoredQueue
): Promise<Place> {
	const kept = await current(database);
	const ofQueue = (await kept.ofQueues).get(id) ?? [];
	const key = `${country} ${subdivision ?? ''} ${ofQueue.length > 0 ? id : ''}`;
	const known = kept.places.get(key);
	if (known) return known;
	const ofCountry = kept.ofCountries.get(country) ?? rowsOfCountry(database, country);
	kept.ofCountries.set(country, ofCountry);
	ofCountry.catch(() => kept.ofCountries.delete(country));
	const rows = [...(await ofCountry), ...ofQueue].filter(
		(row) => row.subdivision === '' || row.subdivision === subdivision
	);
	const days = rows.map(fromRow).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
	const place = kept.places.get(key) ?? { days, calendar: calendarOf({ country }, days) };
	kept.places.set(key, place);
	return place;
}

/** What was read, if nothing was written since; asks the database at most every few seconds. */
async function current(database: Pick<Database, 'db' | 'sql'>): Promise<Kept> {
	const known = keptByDatabase.get(database.sql);
	const now = performance.now();
	if (known && now - known.checkedAt < trustedMs) return known;
	if (known) known.checkedAt = now;
	const stamp = await stampOf(database);
	const after = keptByDatabase.get(database.sql);
	if (after?.stamp === stamp) return after;
	const ofQueues = rowsOfQueues(database);
	const kept = { stamp, checkedAt: now, ofQueues, ofCountries: new Map(), places: new Map() };
	keptByDatabase.set(database.sql, kept);
	ofQueues.catch(() => {
		if (keptByDatabase.get(database.sql) === kept) keptByDatabase.delete(database.sql);
	});
	return kept;
}

async function stampOf({ sql }: Pick<Database, 'sql'>): Promise<string> {
	const [row] = await sql<{ stamp: string }[]>`
		select concat_ws(' ',
			(select count(*) || ' ' || count(*) filter (where undone) || ' ' || coalesce(max(changed_at)::text, '')
				from special_day_change),
			(select string_agg(country || version, ' ' order by country) from calendar_seed)) stamp`;
	return row?.stamp ?? '';
}

async function rowsOfQueues({ db }: Pick<Database, 'db'>): Promise<Map<number, SpecialDayRow[]>> {
	const rows = await db.select().from(specialDay).where(ne(specialDay.queueId, 0));
	const byQueue = new Map<number, SpecialDayRow[]>();
	for (const row of rows) byQueue.set(row.queueId, [...(byQueue.get(row.queueId) ?? []), row]);
	return byQueue;
}

/** Of a country that no queue had before, the packages' days are put in first. */
async function rowsOfCountry({ db }: Pick<Database, 'db'>, country: string): Promise<SpecialDayRow[]> {
	const [seeded] = await db.select().from(calendarSeed).where(eq(calendarSeed.country, country));
	if (!seeded) await seedCountry({ db }, country, new Date().toISOString().slice(0, 10));
	const rows = await db
		.select()
		.from(specialDay)
		.where(inArray(specialDay.country, [country, '']));
	return rows.filter((row) => row.queueId === 0);
}
