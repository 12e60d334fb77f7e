import type { AlertKind, AlertSettings } from '#model/alert.ts';
import { parseAlert, type AlertField } from '#model/parseAlert.ts';
import type { Queue } from '#model/queue.ts';

/** The fields of a rule's form, as a browser sends them; limits in the unit that the page shows. */
export interface AlertFields {
	kind: string;
	/** Minutes, callers or per cent. */
	limit: string;
	/** Seconds. */
	window: string;
	minCalls: string;
	direction: string;
	source: string;
	/** Minutes. */
	hold: string;
	quiet: 'never' | 'closed' | 'range';
	from: string;
	to: string;
	targets: string[];
}

/** What was sent, whatever it was. */
export function alertFields(form: FormData): AlertFields {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const quiet = text('quiet');
	return {
		kind: text('kind'),
		limit: text('limit'),
		window: text('window'),
		minCalls: text('min_calls'),
		direction: text('direction'),
		source: text('source'),
		hold: text('hold'),
		quiet: quiet === 'closed' || quiet === 'range' ? quiet : 'never',
		from: text('quiet_from'),
		to: text('quiet_to'),
		targets: form.getAll('target').filter((one) => typeof one === 'string')
	};
}

/** The fields as a rule, or the first field that is wrong. */
export function readAlertFields(fields: AlertFields): AlertSettings | { field: AlertField } {
	const number = (text: string) => (text === '' ? NaN : Number(text));
	const { kind, quiet } = fields;
	return parseAlert({
		kind,
		limit: unitOf(kind).toLimit(number(fields.limit)),
		...(fields.window === '' ? {} : { window_seconds: Number(fields.window) }),
		...(fields.minCalls === '' ? {} : { min_calls: Number(fields.minCalls) }),
		...(fields.direction === '' ? {} : { direction: fields.direction }),
		source: fields.source,
		hold_seconds: Math.round(number(fields.hold === '' ? '0' : fields.hold) * 60),
		quiet: quiet === 'range' ? { from: fields.from, to: fields.to } : quiet,
		targets: fields.targets
	});
}

/** A rule as its form shows it. */
export function fieldsOf(settings: AlertSettings): AlertFields {
	const { kind, quiet } = settings;
	const isRange = typeof quiet === 'object';
	return {
		kind,
		limit: String(unitOf(kind).shown(settings.limit)),
		window: String(settings.window_seconds ?? ''),
		minCalls: String(settings.min_calls ?? ''),
		direction: settings.direction ?? '',
		source: settings.source ?? '',
		hold: String(settings.hold_seconds / 60),
		quiet: isRange ? 'range' : quiet,
		from: isRange ? quiet.from : '22:00',
		to: isRange ? quiet.to : '07:00',
		targets: settings.targets
	};
}

/** What a new rule of a kind begins with: limits that most lines would want. */
export function newFields(
	kind: AlertKind,
	queue: Pick<Queue, 'service_level'>,
	{ sources, targets }: { sources: string[]; targets: string[] }
): AlertFields {
	const limits: Record<AlertKind, number> = {
		longest_wait: 300,
		waiting: 10,
		service_level: Math.max(0.05, Math.round((queue.service_level.target - 0.1) * 100) / 100),
		abandonment: 0.1,
		load: 0.5,
		no_records: 900
	};
	const holds: Record<AlertKind, number> = {
		longest_wait: 60,
		waiting: 120,
		service_level: 300,
		abandonment: 300,
		load: 0,
		no_records: 0
	};
	const parsed = parseAlert({
		kind,
		limit: limits[kind],
		hold_seconds: holds[kind],
		source: sources[0] ?? 'api',
		quiet: 'closed',
		targets
	});
	if ('field' in parsed) throw new Error(`a new rule of ${kind} is wrong: ${parsed.field}`);
	return { ...fieldsOf(parsed), source: sources[0] ?? '' };
}

/** How a kind's limit is shown, and read back. */
function unitOf(kind: string) {
	const isTime = kind === 'longest_wait' || kind === 'no_records';
	if (isTime)
		return {
			shown: (limit: number) => limit / 60,
			toLimit: (shown: number) => Math.round(shown * 60)
		};
	if (kind === 'waiting') return { shown: (limit: number) => limit, toLimit: (shown: number) => shown };
	return {
		shown: (limit: number) => Math.round(limit * 1000) / 10,
		toLimit: (shown: number) => Math.round(shown * 10) / 1000
	};
}
