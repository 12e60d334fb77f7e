/**
 * A queue's settings, in the shape of the API (api.md): what `GET` gives, `PUT` takes.
 */

export interface Bilingual {
	en: string;
	zh: string;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Opening times as pairs of wall times, `["09:00", "18:00"]`; the end may be `24:00`. */
export type OpenTimes = [start: string, end: string][];
export type ServiceHours = Record<Weekday | 'holiday', OpenTimes>;

export const serviceLevelFormulas = [
	'answered_only',
	'credited',
	'strict',
	'late_abandons',
	'short_removed',
	'short_credited'
] as const;
export type ServiceLevelFormula = (typeof serviceLevelFormulas)[number];

export interface ServiceLevel {
	threshold_seconds: number;
	target: number;
	formula: ServiceLevelFormula;
	short_abandon_seconds: number;
}

export const channelKinds = [
	'chat',
	'email',
	'app',
	'web',
	'wechat',
	'social',
	'callback',
	'complaint'
] as const;

export interface PublicChannel {
	kind: (typeof channelKinds)[number];
	label: string;
	url: string;
}

export interface PublicTopic {
	slug: string;
	name: string;
	/** Call at once (theft, a taken-over account): never told to wait for a quiet hour. */
	urgent: boolean;
	prepare: string[];
}

export interface PublicPart {
	enabled: boolean;
	phone: { number: string; label: string; verified_on: string | null } | null;
	channels: PublicChannel[];
	topics: PublicTopic[];
	parts: { now: boolean; week: boolean; accuracy: boolean };
	/** Origins that may embed the widget; empty: any. */
	embed_origins: string[];
	/** Overrides of the default texts of the call guide, by name. */
	guide: Record<string, string>;
	/** Nothing is said about an hour with fewer calls than this behind it. */
	min_calls: number;
}

export interface Queue {
	slug: string;
	name: Bilingual;
	/** IANA name. */
	zone: string;
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** ISO 3166-2 part after the country, or null. */
	subdivision: string | null;
	hours: ServiceHours;
	service_level: ServiceLevel;
	/** The last so many days of a month count as month end. */
	month_end_days: number;
	/** For how many days single calls are kept, if shorter than all are; their sums stay. Null: as all are. */
	retention_days: number | null;
	public: PublicPart;
}
