import { dayClassKinds } from '#model/specialDay.ts';
import type { Database } from '#records/database.server.ts';
import { recentChanges } from '#records/changeSpecialDays.server.ts';
import { findQueue, type StoredQueue } from '#records/queues.server.ts';
import { readSpecialDays } from '#records/specialDays.server.ts';
import { formatNumber, formatTime } from '#texts/format.ts';
import { formatDay, weekdayName } from '#texts/formatDay.ts';
import { langTag, type Lang } from '#texts/lang.ts';
import { paragraph } from '#texts/paragraph.ts';
import { kindName, specialDaysTexts } from '#texts/specialDays.ts';
import { isDate, wallTime } from '#time/zone.ts';

export interface CalendarPage {
	slug: string;
	name: string;
	/** What is known and what is not yet. */
	known: string;
	own: OwnDay[];
	lastChange: { id: string; sentence: string } | null;
	/** Filled in from the address. */
	date: string;
	kinds: { value: string; name: string }[];
	weekdays: { value: string; name: string }[];
	scopes: { value: string; name: string }[];
}

export interface OwnDay {
	date: string;
	/** The date in words. */
	day: string;
	what: string;
	scope: string;
	source: string;
	/** What names the entry to the action that removes it. */
	key: string;
}

const [firstYear, lastYear] = ['1970-01-01', '2099-12-31'];

/** The page on which a queue's calendar is changed, or null where there is no such queue. */
export async function calendarPage(
	database: Database,
	slug: string,
	{ date, now, lang, ownOnly }: { date: string | null; now: number; lang: Lang; ownOnly: boolean }
): Promise<CalendarPage | null> {
	const stored = await findQueue(database, slug);
	if (!stored) return null;
	const { queue } = stored;
	const texts = specialDaysTexts(lang).calendar;
	const today = wallTime(queue.zone, now).date;
	const days = await readSpecialDays(database, stored, firstYear, lastYear);
	const published = [
		...new Set(days.filter(({ schedule }) => schedule).map((day) => day.date.slice(0, 4)))
	].sort();
	const kinds: Record<string, string> = texts.kindHints;
	const country = texts.scopes.country(regionName(queue.country, lang));
	return {
		slug,
		name: queue.name[lang],
		known: paragraph(lang, knownYears(published, today.slice(0, 4), lang)),
		own: days
			.filter(({ own }) => own)
			.map((day) => ({
				date: day.date,
				day: formatDay(day.date, lang, { year: true }),
				what: [kindName(day.kind, null, lang), day.name?.[lang]].filter(Boolean).join(' · '),
				scope: day.scope === 'country' ? country : texts.scopes[day.scope],
				source: day.source,
				key: [day.date, day.scope, day.subdivision ?? '', day.kind].join('|')
			})),
		lastChange: await lastChange(database, stored, lang),
		date: date !== null && isDate(date) ? date : '',
		kinds: [...Object.keys(kinds), ...dayClassKinds, 'payday', 'campaign'].map((value) => ({
			value,
			name: kinds[value] ?? kindName(value, null, lang)
		})),
		weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), name: weekdayName(day, lang) })),
		scopes: [
			{ value: 'queue', name: texts.scopes.queue },
			...(ownOnly
				? []
				: [
						{ value: 'country', name: country },
						{ value: 'all', name: texts.scopes.all }
					])
		]
	};
}

/** The name of a country, as its readers call it; its code where Intl knows none. */
function regionName(country: string, lang: Lang): string {
	return new Intl.DisplayNames([langTag[lang]], { type: 'region' }).of(country) ?? country;
}

function knownYears(published: string[], year: string, lang: Lang): string[] {
	const texts = specialDaysTexts(lang).calendar;
	const [first, last] = [published[0], published.at(-1)];
	if (!first || !last) return [texts.nothingKnown];
	const coming = [year, String(Number(year) + 1)].filter((one) => !published.includes(one));
	return [
		texts.known(first, last),
		...coming.map(texts.notYet),
		...(coming.length > 0 ? [texts.updated] : [])
	];
}

/** The newest change of this page, as long as it can be undone. */
async function lastChange(database: Database, { id, queue }: StoredQueue, lang: Lang) {
	const texts = specialDaysTexts(lang).calendar;
	const newest = (await recentChanges(database, id, 20)).find(({ undone }) => !undone);
	if (!newest) return null;
	const { date } = wallTime(queue.zone, newest.changedAt);
	const when = `${formatDay(date, lang)} ${formatTime(newest.changedAt, lang, queue.zone)}`;
	const counts = [
		newest.added.length > 0 ? texts.added(formatNumber(newest.added.length, lang)) : '',
		newest.removed.length > 0 ? texts.removed(formatNumber(newest.removed.length, lang)) : ''
	].filter(Boolean);
	const end = lang === 'zh' ? '。' : '.';
	return {
		id: newest.id,
		sentence: `${texts.lastChange(newest.by, when)}${lang === 'zh' ? '' : ' '}${counts.join(lang === 'zh' ? '，' : ', ')}${end}`
	};
}
