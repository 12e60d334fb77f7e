import { createHash } from 'node:crypto';
import { and, eq, sql as raw } from 'drizzle-orm';
import type { SpecialDay } from '#model/specialDay.ts';
import { seedDays } from '#time/seedDays.ts';
import { advisoryLocks } from './advisoryLocks.server.ts';
import { calendarSeed, specialDay, type SpecialDayRow } from './calendarSchema.server.ts';
import type { Database } from './database.server.ts';
import { queue as queueTable } from './schema.server.ts';

const rowsAtOnce = 1000;

/** A country's calendar after an update; `years`: the first and the last whose schedule is known, null where none is. */
export interface SeededCountry {
	country: string;
	changed: boolean;
	days: number;
	years: [first: string, last: string] | null;
}

/**
 * Brings the calendars of all countries in use to the state of the packages; what managers said stays. Days that a
 * package no longer has go. `today` is `YYYY-MM-DD`.
 */
export async function seedCalendars(database: Pick<Database, 'db'>, today: string): Promise<SeededCountry[]> {
	const { db } = database;
	const ofQueues = await db
		.selectDistinct({ country: raw<string>`${queueTable.settings}->>'country'` })
		.from(queueTable);
	const seeded = await db.select({ country: calendarSeed.country }).from(calendarSeed);
	const countries = [...new Set([...ofQueues, ...seeded].map(({ country }) => country))].sort();
	const results: SeededCountry[] = [];
	for (const country of countries) results.push(await seedCountry(database, country, today));
	return results;
}

/** The same for one country. */
export async function seedCountry(
	{ db }: Pick<Database, 'db'>,
	country: string,
	today: string
): Promise<SeededCountry> {
	const days = seedDays(country, today);
	const version = createHash('sha256').update(JSON.stringify(days)).digest('hex').slice(0, 16);
	const changed = await db.transaction(async (tx) => {
		await tx.execute(raw`select pg_advisory_xact_lock(${advisoryLocks.calendars}, 0)`);
		const [known] = await tx.select().from(calendarSeed).where(eq(calendarSeed.country, country));
		if (known?.version === version) return false;
		await tx
			.delete(specialDay)
			.where(and(eq(specialDay.queueId, 0), eq(specialDay.country, country), eq(specialDay.own, false)));
		for (let at = 0; at < days.length; at += rowsAtOnce)
			await tx
				.insert(specialDay)
				.values(days.slice(at, at + rowsAtOnce).map((day) => rowOf(day, { country })));
		await tx
			.insert(calendarSeed)
			.values({ country, version })
			.onConflictDoUpdate({ target: calendarSeed.country, set: { version, seededAt: new Date() } });
		return true;
	});
	const years = days
		.filter(({ schedule }) => schedule)
		.map(({ date }) => date.slice(0, 4))
		.sort();
	const [first, last] = [years[0], years.at(-1)];
	return { country, changed, days: days.length, years: first && last ? [first, last] : null };
}

/** A special day as a row: of the country of the queue, or of the queue itself, where its scope is that. */
export function rowOf(
	{ name, scope, subdivision, ...day }: SpecialDay,
	{ country, queueId = 0 }: { country: string; queueId?: number }
): SpecialDayRow {
	return {
		...day,
		queueId: scope === 'queue' ? queueId : 0,
		country: scope === 'country' ? country : '',
		subdivision: (scope === 'country' ? subdivision : null) ?? '',
		nameEn: name?.en ?? null,
		nameZh: name?.zh ?? null
	};
}
