import { parseInstant } from '#model/instant.ts';
import { VendorFields } from './vendorFields.ts';

/** What is read of a session; instants in milliseconds since 1970. */
export interface Session {
	mediaType: string;
	direction: string | null;
	ani: string | null;
	flowOutType: string | null;
	/** When the caller has asked to be called back. */
	scheduledAt: number | null;
	segments: Segment[];
	/** Metrics by name, their values summed: a long interaction has several of one name. */
	metrics: Map<string, { sum: number; firstAt: number | null }>;
	latestAt: number;
	/** How many segments, ends of segments and metrics there are. */
	parts: number;
}

export interface Segment {
	type: string;
	queueId: string | null;
	startAt: number;
	/** null: goes on. */
	endAt: number | null;
}

/** Reads a session; what is wrong with it becomes the problem of the participant. */
export function readSession(value: unknown, of: VendorFields): Session {
	const fields = new VendorFields(value);
	const metrics: Session['metrics'] = new Map();
	const session: Session = {
		mediaType: (fields.text('mediaType') ?? '').toLowerCase(),
		direction: fields.text('direction'),
		ani: fields.text('ani'),
		flowOutType: fields.text('flowOutType'),
		scheduledAt: instant(fields, 'callbackScheduledTime'),
		segments: fields.list('segments').flatMap((segment) => readSegment(segment, fields)),
		metrics,
		latestAt: 0,
		parts: 0
	};
	session.segments.sort((a, b) => a.startAt - b.startAt);
	for (const metric of fields.list('metrics')) readMetric(metric, fields, session);
	for (const { startAt, endAt } of session.segments) {
		session.latestAt = Math.max(session.latestAt, startAt, endAt ?? 0);
		session.parts += endAt === null ? 1 : 2;
	}
	of.problem ??= fields.problem;
	return session;
}

function readSegment(value: unknown, of: VendorFields): Segment[] {
	const fields = new VendorFields(value);
	const startAt = instant(fields, 'segmentStart');
	const segment = {
		type: fields.text('segmentType') ?? '',
		queueId: fields.text('queueId'),
		endAt: instant(fields, 'segmentEnd')
	};
	of.problem ??= fields.problem;
	return startAt === null ? [] : [{ ...segment, startAt }];
}

function readMetric(value: unknown, of: VendorFields, session: Session): void {
	const fields = new VendorFields(value);
	const name = fields.text('name');
	const number = fields.number('value');
	const at = instant(fields, 'emitDate');
	of.problem ??= fields.problem;
	if (name === null || number === null) return;
	const known = session.metrics.get(name);
	session.metrics.set(name, { sum: (known?.sum ?? 0) + number, firstAt: known?.firstAt ?? at });
	session.latestAt = Math.max(session.latestAt, at ?? 0);
	session.parts++;
}

/** Published samples write the second of April as `2021-04-2T…`. */
function instant(fields: VendorFields, path: string): number | null {
	const text = fields.raw(path);
	const lenient =
		typeof text === 'string' ? parseInstant(text.replace(/^(\d{4}-\d\d-)(\dT)/, '$10$2')) : null;
	return lenient ?? fields.instant(path);
}
