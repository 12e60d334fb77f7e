import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { dayNatures, isDayNature, ownKindPattern, type SpecialDayScope } from '#model/specialDay.ts';
import { changeSpecialDays, undoSpecialDays, type SpecialDayKey } from '#records/changeSpecialDays.server.ts';
import type { SpecialDayRow } from '#records/calendarSchema.server.ts';
import { database } from '#records/database.server.ts';
import { findQueue, type StoredQueue } from '#records/queues.server.ts';
import { readSpecialDays } from '#records/specialDays.server.ts';
import { rowOf } from '#records/seedCalendars.server.ts';
import { csvDays } from '#sources/days/csvDays.ts';
import { longestDays, type FileDay } from '#sources/days/fileDay.ts';
import { icsDays } from '#sources/days/icsDays.ts';
import type { SpecialDaysTexts } from '#texts/specialDays.ts';
import { addDays, isDate } from '#time/zone.ts';

type Asked = Pick<RequestEvent<{ queue: string }>, 'params' | 'locals' | 'request'>;

/** What came of a file. */
export interface Imported {
	days: number;
	unread: { line: number; message: string }[];
}

interface Refusal {
	problem: keyof SpecialDaysTexts['problems'];
	values: Record<string, string>;
}

/** What a form of the page answers. */
export type Done =
	| { done: 'saved' | 'removed' | 'undone'; imported?: Imported }
	| { done: 'imported'; imported: Imported }
	| Refusal;

/** The forms of a queue's calendar. */
export const calendarActions = { save: addDay, remove: removeDay, undo: undoChange, import: importDays };

const refused = (problem: Refusal['problem'], values: Refusal['values'] = {}) =>
	fail<Refusal>(400, { problem, values });

const mostBytes = 1_000_000;
const mostDays = 2000;

/** Adds a day or a run of days, in place of what was said of them at the same scope. */
async function addDay(asked: Asked) {
	const { stored, form, made } = await begin(asked);
	const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
	const text = (name: string) => (values[name] ?? '').trim();
	const [date, until] = [text('date'), text('until') || text('date')];
	const kind = text('own_kind') || text('kind');
	const standsFor = text('stands_for') === '' ? null : Number(text('stands_for'));
	if (!isDate(date)) return refused('date', values);
	if (!isDate(until) || until < date || until > addDays(date, longestDays)) return refused('until', values);
	if (!ownKindPattern.test(kind)) return refused('kind', values);
	if (standsFor !== null && ![1, 2, 3, 4, 5, 6, 7].includes(standsFor)) return refused('standsFor', values);
	const [zh, en] = [text('name_zh').slice(0, 80), text('name_en').slice(0, 80)];
	const name = zh || en ? { zh: zh || en, en: en || zh } : null;
	const days: FileDay[] = [];
	for (let day = date; day <= until; day = addDays(day, 1)) days.push({ date: day, kind, name, standsFor });
	await put(stored, days, { scope: scopeOf(text('scope')), source: made.by, schedule: false }, made);
	return { done: 'saved' as const };
}

/** Takes an own day out of the calendar: what the packages say of it holds again. */
async function removeDay(asked: Asked) {
	const { stored, form, made } = await begin(asked);
	const [date = '', scope = '', subdivision = '', kind = ''] = String(form.get('key') ?? '').split('|');
	if (!isDate(date)) return refused('date');
	const place = { ...placeOf(stored, scopeOf(scope)), subdivision };
	await changeSpecialDays(database(), { remove: [{ ...place, date, kind }], add: [] }, made);
	return { done: 'removed' as const };
}

/** Takes a change back. */
async function undoChange(asked: Asked) {
	const { form, made, ownOnly } = await begin(asked);
	const own = { queueId: made.queueId, ownOnly };
	if (!(await undoSpecialDays(database(), String(form.get('id') ?? ''), own))) error(404);
	return { done: 'undone' as const };
}

/** Takes the days of a CSV or a calendar file in, as one change. */
async function importDays(asked: Asked) {
	const { stored, form, made } = await begin(asked);
	const file = form.get('file');
	if (!(file instanceof File) || file.size === 0 || file.size > mostBytes) return refused('file');
	const text = await file.text();
	const found = icsDays(text) ?? csvDays(text);
	if (!found) return refused('unreadable');
	if (found.days.length === 0) return refused('empty');
	if (found.days.length > mostDays) return refused('tooMany');
	const scope = scopeOf(String(form.get('scope') ?? ''));
	const rules = { scope, source: file.name.slice(0, 80), schedule: form.get('whole') !== null };
	await put(stored, found.days, rules, made);
	const imported: Imported = { days: found.days.length, unread: found.problems.slice(0, 20) };
	return { done: 'imported' as const, imported };
}

interface Made {
	by: string;
	queueId: number;
	now: number;
}

async function begin({
	params,
	locals,
	request
}: Asked): Promise<{ stored: StoredQueue; form: FormData; made: Made; ownOnly: boolean }> {
	if (!locals.person) error(403);
	const stored = await findQueue(database(), params.queue);
	if (!stored) error(404);
	const made = { by: locals.person.email, queueId: stored.id, now: locals.now };
	const form = await request.formData();
	// Days of a country or of the house are days of other queues too.
	const ownOnly = locals.person.queues !== null;
	const scope = String(form.get('scope') ?? form.get('key')?.toString().split('|')[1] ?? '');
	if (ownOnly && scopeOf(scope) !== 'queue') error(403);
	return { stored, form, made, ownOnly };
}

async function put(
	stored: StoredQueue,
	days: FileDay[],
	{ scope, source, schedule }: { scope: SpecialDayScope; source: string; schedule: boolean },
	made: Made
): Promise<void> {
	const { country } = stored.queue;
	const byKey = new Map<string, SpecialDayRow>();
	for (const { date, kind, name, standsFor } of days) {
		const nature = isDayNature(kind);
		const day = { date, scope, subdivision: null, kind, name, source, verified: true, own: true };
		const more = { schedule: schedule && nature, standsFor: kind === 'make_up_workday' ? standsFor : null };
		// A date has one nature; the last line of a file that says one holds.
		byKey.set(`${date} ${nature ? '' : kind}`, rowOf({ ...day, ...more }, { country, queueId: stored.id }));
	}
	const add = [...byKey.values()];
	const place = placeOf(stored, scope);
	const natures = add
		.filter(({ kind }) => isDayNature(kind))
		.flatMap(({ date }) => dayNatures.map((kind) => ({ ...place, date, kind })));
	const replaced = schedule ? await otherDays(stored, scope, add) : [];
	await changeSpecialDays(database(), { remove: [...natures, ...replaced], add }, made);
}

/** What was said before of the years of a whole schedule. */
async function otherDays(
	stored: StoredQueue,
	scope: SpecialDayScope,
	add: SpecialDayRow[]
): Promise<SpecialDayKey[]> {
	const years = new Set(add.map(({ date }) => date.slice(0, 4)));
	const [first, last] = [...years].sort();
	if (!first) return [];
	const days = await readSpecialDays(database(), stored, `${first}-01-01`, `${last ?? first}-12-31`);
	return days
		.filter((day) => day.own && day.schedule && day.scope === scope && years.has(day.date.slice(0, 4)))
		.map(({ date, kind }) => ({ ...placeOf(stored, scope), date, kind }));
}

function scopeOf(text: string): SpecialDayScope {
	return text === 'country' || text === 'all' ? text : 'queue';
}

function placeOf({ id, queue }: StoredQueue, scope: SpecialDayScope) {
	return {
		queueId: scope === 'queue' ? id : 0,
		country: scope === 'country' ? queue.country : '',
		subdivision: ''
	};
}
