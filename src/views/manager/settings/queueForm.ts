import { weekdays, type Bilingual, type Queue } from '#model/queue.ts';
import { channelKey, type GuideTextName } from '#texts/guide.ts';

export const openDays = [...weekdays, 'holiday'] as const;
export type OpenDay = (typeof openDays)[number];

/** A queue's settings as the fields of the settings page hold them: texts, as typed, and boxes. */
export interface QueueForm {
	name: Bilingual;
	zone: string;
	country: string;
	subdivision: string;
	hours: Record<OpenDay, { from: string; to: string }[]>;
	/** In percent. */
	target: string;
	thresholdSeconds: string;
	formula: string;
	shortAbandonSeconds: string;
	monthEndDays: string;
	/** Empty: as long as all queues' calls are. */
	retentionDays: string;
	enabled: boolean;
	phone: { number: string; label: Bilingual; verifiedOn: string };
	channels: { kind: string; label: Bilingual; url: string }[];
	topics: { slug: string; name: Bilingual; urgent: boolean; prepare: Bilingual }[];
	parts: Queue['public']['parts'];
	/** One a line. */
	embedOrigins: string;
	minCalls: string;
	/** Empty where the default text holds. */
	guide: Record<GuideTextName, Bilingual>;
}

/** The settings of a queue, ready to be changed. */
export function formOf(queue: Queue): QueueForm {
	const part = queue.public;
	const said = (key: string): Bilingual => ({
		zh: part.guide[`${key}.zh`] ?? '',
		en: part.guide[`${key}.en`] ?? ''
	});
	/** A text that is the same in both languages, but for what `guide` says. */
	const common = (text: string, key: string): Bilingual => {
		const { zh, en } = said(key);
		return { zh: zh || text, en };
	};
	return {
		name: queue.name,
		zone: queue.zone,
		country: queue.country,
		subdivision: queue.subdivision ?? '',
		hours: mapDays((day) => queue.hours[day].map(([from, to]) => ({ from, to }))),
		target: String(Math.round(queue.service_level.target * 1000) / 10),
		thresholdSeconds: String(queue.service_level.threshold_seconds),
		formula: queue.service_level.formula,
		shortAbandonSeconds: String(queue.service_level.short_abandon_seconds),
		monthEndDays: String(queue.month_end_days),
		retentionDays: queue.retention_days === null ? '' : String(queue.retention_days),
		enabled: part.enabled,
		phone: {
			number: part.phone?.number ?? '',
			label: common(part.phone?.label ?? '', 'phone.label'),
			verifiedOn: part.phone?.verified_on ?? ''
		},
		channels: part.channels.map(({ kind, label, url }, i) => ({
			kind,
			label: common(label, `${channelKey(part.channels, i)}.label`),
			url
		})),
		topics: part.topics.map(({ slug, name, urgent, prepare }) => ({
			slug,
			name: common(name, `topic.${slug}.name`),
			urgent,
			prepare: common(prepare.join('\n'), `topic.${slug}.prepare`)
		})),
		parts: part.parts,
		embedOrigins: part.embed_origins.join('\n'),
		minCalls: String(part.min_calls),
		guide: mapGuide((name) => {
			const { zh, en } = said(name);
			const both = part.guide[name] ?? '';
			return { zh: zh || both, en: en || both };
		})
	};
}

export function mapDays<T>(value: (day: OpenDay) => T): Record<OpenDay, T> {
	return {
		mon: value('mon'),
		tue: value('tue'),
		wed: value('wed'),
		thu: value('thu'),
		fri: value('fri'),
		sat: value('sat'),
		sun: value('sun'),
		holiday: value('holiday')
	};
}

export function mapGuide<T>(value: (name: GuideTextName) => T): Record<GuideTextName, T> {
	return {
		fraud_warning: value('fraud_warning'),
		number_check: value('number_check'),
		prepare: value('prepare'),
		explain: value('explain'),
		urgent: value('urgent'),
		freeze_url: value('freeze_url'),
		no_channels: value('no_channels'),
		unsolved: value('unsolved'),
		authorities: value('authorities')
	};
}
