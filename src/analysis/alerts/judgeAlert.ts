import type { LineState } from '#analysis/liveWait/liveLine.ts';
import type { AlertReading, AlertSettings } from '#model/alert.ts';

/** What is known when a rule is looked at; each part is there where a rule of its kind is among those looked at. */
export interface AlertFacts {
	now: number;
	/** Who waits; null where nothing is known of it. */
	line: LineState | null;
	/** Of the last quarter hours; null: not asked. */
	share: AlertShare | null;
	load: AlertLoad | null;
	/** When the source last sent something, ms; null: never yet. */
	lastRecordAt: number | null;
	/** Since when the queue is open, ms; null: it is closed. */
	openSinceAt: number | null;
}

/** Under the queue's formula, or of those who gave up. */
export interface AlertShare {
	above: number;
	below: number;
	fromAt: number;
	toAt: number;
}

/** Calls that came in a stretch of time, and what was expected; null: nothing can be expected yet. */
export interface AlertLoad {
	calls: number;
	expected: { middle: number; low: number; high: number } | null;
	fromAt: number;
	toAt: number;
}

export interface AlertVerdict {
	/** null: it cannot be known. */
	holds: boolean | null;
	reading: AlertReading;
}

/** Whether a rule's condition holds, and what was measured. */
export function judgeAlert(settings: AlertSettings, facts: AlertFacts): AlertVerdict {
	switch (settings.kind) {
		case 'longest_wait':
		case 'waiting':
			return ofLine(settings, facts);
		case 'service_level':
		case 'abandonment':
			return ofShare(settings, facts.share);
		case 'load':
			return ofLoad(settings, facts.load);
		case 'no_records':
			return ofSilence(settings, facts);
	}
}

/** How far beyond its limit a reading is: higher is worse, whatever the kind. */
export function badness({ kind }: AlertSettings, { value, expected = 0, calls = 0 }: AlertReading): number {
	if (value === null) return -Infinity;
	if (kind === 'service_level') return -value;
	return kind === 'load' ? Math.abs(calls - expected) : value;
}

/** Who waits is only known of a line whose records come while calls happen. */
function ofLine({ kind, limit }: AlertSettings, { line, now }: AlertFacts): AlertVerdict {
	if (line?.feed !== 'live') return unknown;
	const longest = line.longestSinceAt === null ? 0 : Math.max(0, (now - line.longestSinceAt) / 1000);
	const value = kind === 'waiting' ? line.waiting : Math.floor(longest);
	return { holds: value >= limit, reading: { value, toAt: now } };
}

/** Too few calls to say anything: then it does not hold, or what fired in the evening would fire all night. */
function ofShare({ kind, limit, min_calls: least }: AlertSettings, share: AlertShare | null): AlertVerdict {
	if (!share) return unknown;
	const { above, below, fromAt, toAt } = share;
	if (below === 0 || below < (least ?? 1))
		return { holds: false, reading: { value: null, calls: below, fromAt, toAt } };
	const value = above / below;
	const holds = kind === 'service_level' ? value < limit : value > limit;
	return { holds, reading: { value, calls: below, fromAt, toAt } };
}

/** Far from expected: by the rule's share of it, and further than forecasts are off by chance. */
function ofLoad({ limit, direction, min_calls: least }: AlertSettings, load: AlertLoad | null): AlertVerdict {
	if (!load?.expected) return unknown;
	const { calls, fromAt, toAt } = load;
	const { middle, low, high } = load.expected;
	const difference = calls - middle;
	const value = middle > 0 ? difference / middle : null;
	const isFar = Math.abs(difference) >= Math.max(least ?? 1, limit * middle);
	const isAbove = direction !== 'below' && calls > high;
	const isBelow = direction !== 'above' && calls < low;
	const reading = { value: value ?? (calls > 0 ? 10 : 0), calls, expected: middle, low, high, fromAt, toAt };
	return { holds: isFar && (isAbove || isBelow), reading };
}

/** Counted while the queue is open only: nobody expects records of the night in the morning. */
function ofSilence({ limit }: AlertSettings, { lastRecordAt, openSinceAt, now }: AlertFacts): AlertVerdict {
	if (openSinceAt === null) return { holds: false, reading: { value: null, toAt: now } };
	const sinceAt = Math.max(lastRecordAt ?? -Infinity, openSinceAt);
	const value = Math.max(0, Math.floor((now - sinceAt) / 1000));
	return { holds: value >= limit, reading: { value, fromAt: lastRecordAt ?? undefined, toAt: now } };
}

const unknown: AlertVerdict = { holds: null, reading: { value: null } };
