/** What a rule watches. */
export const alertKinds = [
	'longest_wait',
	'waiting',
	'service_level',
	'abandonment',
	'load',
	'no_records'
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const alertDirections = ['above', 'below', 'either'] as const;
export type AlertDirection = (typeof alertDirections)[number];

/** When nobody is told: never, while the queue is closed, or from one wall time to another, over midnight too. */
export type Quiet = 'never' | 'closed' | { from: string; to: string };

/** A rule, in the shape of the API. */
export interface AlertSettings {
	kind: AlertKind;
	/**
	 * longest_wait, no_records: seconds; waiting: callers; each reached or exceeded. service_level: below this share;
	 * abandonment: above this share; load: further from what was expected than this share of it.
	 */
	limit: number;
	/** Over so long: of service_level and abandonment; null for the others. */
	window_seconds: number | null;
	/** With fewer calls, answered or abandoned, the shares say nothing; of load: fewer more or less are no news. */
	min_calls: number | null;
	/** Of load; null for the others. */
	direction: AlertDirection | null;
	/** Of no_records: the system that calls come from; null for the others. */
	source: string | null;
	/** It must hold so long before it fires, and be over so long before it resolves. */
	hold_seconds: number;
	quiet: Quiet;
	/** The ids of those who are told. */
	targets: string[];
}

export const alertWindows = [900, 1800, 3600, 7200] as const;

/** The bounds of what a rule may say. */
export const alertBounds: Record<AlertKind, { least: number; most: number }> = {
	longest_wait: { least: 5, most: 86_400 },
	waiting: { least: 1, most: 100_000 },
	service_level: { least: 0.01, most: 1 },
	abandonment: { least: 0.01, most: 0.99 },
	load: { least: 0.05, most: 10 },
	no_records: { least: 60, most: 7 * 86_400 }
};
export const mostHoldSeconds = 86_400;
export const mostMinCalls = 100_000;

/** Where messages go. */
export interface AlertTarget {
	id: string;
	queueId: number;
	kind: 'webhook' | 'email';
	/** An http(s) address, or an e-mail's. */
	address: string;
	/** The language of the mails to it. */
	lang: 'en' | 'zh';
	/** Signs what is sent to a webhook: `whsec_` and base64; null for e-mail. */
	secret: string | null;
	by: string;
}

/**
 * Where a rule is on its way. `blind`: it cannot be known whether it holds. `pending`: it holds, not yet long enough.
 * `clearing`: it is over, not yet long enough.
 * `lost`: it fired, and now it cannot be known whether it still holds.
 */
export type AlertPhase = 'clear' | 'blind' | 'pending' | 'firing' | 'clearing' | 'lost';

/** What was measured when a rule was looked at. */
export interface AlertReading {
	/** In the unit of the rule's limit; null where it cannot be known. */
	value: number | null;
	/** Calls behind a share, or that came. */
	calls?: number;
	/** Of load: what was expected, and within what bounds. */
	expected?: number;
	low?: number;
	high?: number;
	/** The stretch of time that it is about, ms. */
	fromAt?: number;
	toAt?: number;
}

/** Why a firing is over. */
export type AlertEnd = 'resolved' | 'unknown' | 'removed';

/** One time that a rule fired. Instants in ms. */
export interface AlertFiring {
	id: string;
	queueId: number;
	ruleId: string;
	/** The rule as it was then. */
	settings: AlertSettings;
	/** It has held since then, and fired at `firedAt`. */
	beganAt: number;
	firedAt: number;
	resolvedAt: number | null;
	end: AlertEnd | null;
	/** The last measurement, and the furthest beyond the limit. */
	last: AlertReading;
	worst: AlertReading;
	/** When messages were made; null: nobody was told so far. */
	toldAt: number | null;
	/** Nobody is told until then; Infinity: for ever. */
	silencedUntil: number | null;
	silencedBy: string | null;
}
