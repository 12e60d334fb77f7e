/**
 * Special days as CSV: a header row with `date` and, in any order, `until`, `kind`, `name_zh`, `name_en`, `stands_for`.
 *
 *     date,until,kind,name_zh,name_en,stands_for
 *     2027-02-05,2027-02-11,holiday,春节,Spring Festival,
 *     2027/2/20,,make_up_workday,春节,Spring Festival,4
 */
import { dayClassKinds, dayNatures, ownKindPattern } from '#model/specialDay.ts';
import { addDays, isDate } from '#time/zone.ts';
import { csvRows } from '../csvRows.ts';
import { longestDays, type FileDay, type FileDays } from './fileDay.ts';

type Column = 'date' | 'until' | 'kind' | 'name_zh' | 'name_en' | 'stands_for';

/** What Chinese tables call the kinds. */
const chineseKinds: Record<string, string> = {
	休: 'holiday',
	放假: 'holiday',
	节假日: 'holiday',
	班: 'make_up_workday',
	补班: 'make_up_workday',
	调休上班: 'make_up_workday'
};

/** Reads the text; null where it has no header row with a date. */
export function csvDays(text: string): FileDays | null {
	const delimiter = [',', ';', '\t'].find((one) => (text.split(/\r?\n/, 1)[0] ?? '').includes(one)) ?? ',';
	const reader = csvRows(delimiter);
	const rows = [...reader.read(text.replace(/^\uFEFF/, '')), ...reader.end()];
	const [header, ...rest] = rows;
	if (!header || !('cells' in header)) return null;
	const names = header.cells.map((cell) => cell.trim().toLowerCase());
	if (!names.includes('date')) return null;
	const found: FileDays = { days: [], problems: [] };
	for (const row of rest) {
		if ('problem' in row) {
			found.problems.push({ line: row.line, message: row.problem.message });
			continue;
		}
		const cell = (column: Column) => (row.cells[names.indexOf(column)] ?? '').trim();
		const read = readRow(cell);
		if (typeof read === 'string') found.problems.push({ line: row.line, message: read });
		else found.days.push(...read);
	}
	return found;
}

function readRow(cell: (column: Column) => string): FileDay[] | string {
	const date = isoDate(cell('date'));
	const until = cell('until') === '' ? date : isoDate(cell('until'));
	const kind = kindOf(cell('kind'));
	const standsFor = cell('stands_for') === '' ? null : Number(cell('stands_for'));
	if (date === null) return `date "${cell('date').slice(0, 40)}" is not like 2027-02-05`;
	if (until === null || until < date || until > addDays(date, longestDays))
		return 'until is not a day soon after date';
	if (!ownKindPattern.test(kind)) return `kind "${kind.slice(0, 40)}" is not like payday`;
	if (standsFor !== null && ![1, 2, 3, 4, 5, 6, 7].includes(standsFor))
		return 'stands_for is not from 1 to 7';
	const [zh, en] = [cell('name_zh').slice(0, 80), cell('name_en').slice(0, 80)];
	const name = zh || en ? { zh: zh || en, en: en || zh } : null;
	const days: FileDay[] = [];
	for (let day = date; day <= until; day = addDays(day, 1)) days.push({ date: day, kind, name, standsFor });
	return days;
}

function kindOf(text: string): string {
	if (text === '') return 'holiday';
	const known = [...dayNatures, ...dayClassKinds].find(
		(kind) => kind === text.toLowerCase().replaceAll(/[ -]/g, '_')
	);
	return known ?? chineseKinds[text] ?? text.toLowerCase();
}

/** `2027-02-05`, and as spreadsheets write it: `2027/2/5`. */
function isoDate(text: string): string | null {
	const [, year = '', month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
	const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isDate(date) ? date : null;
}
