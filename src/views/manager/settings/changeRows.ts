import { openDays, type OpenDay, type QueueForm } from './queueForm.ts';

/**
 * A form with a row more or less, as a button asks for it: `add topics`, `remove channels 2`, `add hours.mon`,
 * `copy hours.mon` (to the other weekdays). What is none of these changes nothing.
 */
export function changeRows(form: QueueForm, deed: string): QueueForm {
	const [what, list = '', number = ''] = deed.split(' ');
	const at = Number(number);
	const changed = <T>(rows: T[], empty: T): T[] =>
		what === 'add' ? [...rows, empty] : what === 'remove' ? rows.filter((_, i) => i !== at) : rows;
	const none = { zh: '', en: '' };
	if (list === 'channels')
		return { ...form, channels: changed(form.channels, { kind: 'web', label: none, url: '' }) };
	if (list === 'topics')
		return {
			...form,
			topics: changed(form.topics, { slug: '', name: none, urgent: false, prepare: none })
		};
	const day = openDays.find((name) => list === `hours.${name}`);
	if (!day) return form;
	const { hours } = form;
	if (what === 'copy') return { ...form, hours: { ...hours, ...onWorkdays(hours[day]) } };
	return { ...form, hours: { ...hours, [day]: changed(hours[day], { from: '', to: '' }) } };
}

function onWorkdays(rows: QueueForm['hours'][OpenDay]) {
	return { mon: rows, tue: rows, wed: rows, thu: rows, fri: rows };
}
