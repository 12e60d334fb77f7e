import {
	alertBounds,
	alertDirections,
	alertKinds,
	alertWindows,
	mostHoldSeconds,
	mostMinCalls,
	type AlertSettings,
	type Quiet
} from './alert.ts';

export type AlertField = keyof AlertSettings;

/** A rule as the API takes it, made whole; or the first field that is wrong. What a kind does not use becomes null. */
export function parseAlert(input: unknown): AlertSettings | { field: AlertField } {
	const given: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {};
	const kind = alertKinds.find((one) => one === given.kind);
	if (!kind) return { field: 'kind' };
	const hasShare = kind === 'service_level' || kind === 'abandonment';
	const { least, most } = alertBounds[kind];
	const limit = numberIn(given.limit, least, most, kind === 'waiting');
	if (limit === null) return { field: 'limit' };
	const window = hasShare ? alertWindows.find((one) => one === (given.window_seconds ?? 1800)) : null;
	if (window === undefined) return { field: 'window_seconds' };
	const counts = hasShare || kind === 'load';
	const minCalls = counts ? numberIn(given.min_calls ?? 20, 1, mostMinCalls, true) : null;
	if (counts && minCalls === null) return { field: 'min_calls' };
	const direction =
		kind === 'load' ? alertDirections.find((one) => one === (given.direction ?? 'either')) : null;
	if (direction === undefined) return { field: 'direction' };
	const source = kind === 'no_records' ? sourceOf(given.source) : null;
	if (kind === 'no_records' && source === null) return { field: 'source' };
	const hold = numberIn(given.hold_seconds ?? 0, 0, mostHoldSeconds, true);
	if (hold === null) return { field: 'hold_seconds' };
	const quiet = quietOf(given.quiet ?? 'never');
	if (!quiet) return { field: 'quiet' };
	const targets: unknown = given.targets ?? [];
	if (!isTexts(targets) || targets.length > 50) return { field: 'targets' };
	return {
		kind,
		limit,
		window_seconds: window,
		min_calls: minCalls,
		direction,
		source,
		hold_seconds: hold,
		quiet,
		targets: [...new Set(targets)]
	};
}

function numberIn(value: unknown, least: number, most: number, whole: boolean): number | null {
	if (typeof value !== 'number' || !(value >= least && value <= most)) return null;
	return whole && !Number.isInteger(value) ? null : value;
}

function sourceOf(value: unknown): string | null {
	return typeof value === 'string' && value !== '' && value.length <= 200 ? value : null;
}

const wallTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function quietOf(value: unknown): Quiet | null {
	if (value === 'never' || value === 'closed') return value;
	if (typeof value !== 'object' || value === null) return null;
	const { from, to }: { from?: unknown; to?: unknown } = value;
	if (typeof from !== 'string' || typeof to !== 'string' || from === to) return null;
	return wallTime.test(from) && wallTime.test(to) ? { from, to } : null;
}

function isTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
