import { type Bilingual, type Queue } from '#model/queue.ts';
import { slugOf } from '#model/slug.ts';
import { channelKey, defaultGuideText, guideTextNames, linesOf } from '#texts/guide.ts';
import type { Lang } from '#texts/lang.ts';
import { mapDays, type QueueForm } from './queueForm.ts';

/**
 * The form without the rows that were left empty, and with an address for topics that have none: what can be stored, so
 * that places in it are those that problems name.
 */
export function tidied(form: QueueForm): QueueForm {
	const topics = form.topics.filter(({ name, slug, prepare }) => slug + first(name) + first(prepare) !== '');
	return {
		...form,
		hours: mapDays((day) => form.hours[day].filter(({ from, to }) => (from + to).trim() !== '')),
		channels: form.channels.filter(({ label, url }) => url + first(label) !== ''),
		topics: topics.map((topic) => ({
			...topic,
			slug: topic.slug || slugOf(topic.name.en.trim() || first(topic.name))
		}))
	};
}

/**
 * What `PUT` would be sent to store a tidied form (model/parseQueue.ts says what of it cannot be taken). Guide texts that
 * say what the default says are not kept, so that better defaults show.
 */
export function queueOfForm(form: QueueForm, known: Queue): object {
	return {
		name: { zh: form.name.zh.trim() || form.name.en, en: form.name.en.trim() || form.name.zh },
		zone: form.zone,
		country: form.country,
		subdivision: form.subdivision || null,
		hours: mapDays((day) => form.hours[day].map(({ from, to }) => [clock(from), clock(to)])),
		service_level: {
			threshold_seconds: number(form.thresholdSeconds),
			target: number(form.target) / 100,
			formula: form.formula,
			short_abandon_seconds: number(form.shortAbandonSeconds)
		},
		month_end_days: number(form.monthEndDays),
		retention_days: form.retentionDays.trim() === '' ? null : number(form.retentionDays),
		public: {
			enabled: form.enabled,
			phone: phoneOf(form),
			channels: form.channels.map(({ kind, label, url }) => ({ kind, label: first(label), url })),
			topics: form.topics.map(({ slug, name, urgent, prepare }) => ({
				slug,
				name: first(name),
				urgent,
				prepare: linesOf(first(prepare))
			})),
			parts: form.parts,
			embed_origins: linesOf(form.embedOrigins),
			guide: guideOf(form, known),
			min_calls: number(form.minCalls)
		}
	};
}

function phoneOf({ phone }: QueueForm): object | null {
	if (phone.number.trim() === '') return null;
	return { number: phone.number, label: first(phone.label), verified_on: phone.verifiedOn || null };
}

function guideOf(form: QueueForm, known: Queue): Record<string, string> {
	const managed = new RegExp(`^(topic|channel)\\.|^phone\\.label\\.|^(${guideTextNames.join('|')})(\\.|$)`);
	const guide = Object.fromEntries(Object.entries(known.public.guide).filter(([key]) => !managed.test(key)));
	const english = (key: string, { zh, en }: Bilingual) => {
		if (en.trim() !== '' && zh.trim() !== '' && en.trim() !== zh.trim()) guide[`${key}.en`] = en.trim();
	};
	english('phone.label', form.phone.label);
	form.channels.forEach(({ label }, i) => english(`${channelKey(form.channels, i)}.label`, label));
	for (const { slug, name, prepare } of form.topics) {
		english(`topic.${slug}.name`, name);
		english(`topic.${slug}.prepare`, prepare);
	}
	for (const name of guideTextNames) {
		const own = (lang: Lang) => {
			const text = form.guide[name][lang].trim();
			return text === defaultGuideText(lang, name) ? '' : text;
		};
		const [zh, en] = [own('zh'), own('en')];
		if (zh !== '' && zh === en) guide[name] = zh;
		else {
			if (zh !== '') guide[`${name}.zh`] = zh;
			if (en !== '') guide[`${name}.en`] = en;
		}
	}
	return guide;
}

/** Chinese stands in the settings themselves, English in `guide` where it differs; one alone stands for both. */
function first({ zh, en }: Bilingual): string {
	return zh.trim() || en.trim();
}

/** `9:00` and `9：00` are what people type. */
function clock(text: string): string {
	const plain = text.trim().replace('：', ':');
	return /^\d:\d\d$/.test(plain) ? `0${plain}` : plain;
}

/** Not a number where nothing was typed: an empty field is no zero. */
function number(text: string): number {
	return text.trim() === '' ? NaN : Number(text);
}
