import { formatOfEvent, namedBySubject } from '#sources/cloudEvents.ts';
import type { MixedSource, Source } from '#sources/source.ts';

interface BinaryEvent {
	/** Of the body, as far as the event tells. */
	format: string | null;
	wrap: <Inner extends Source | MixedSource>(inner: Inner) => Inner;
}

/**
 * A CloudEvent in binary mode: its attributes are headers, and the body is its data (spec/http-protocol-binding, 3.1).
 * Null where it is none.
 */
export function binaryEvent(headers: Headers): BinaryEvent | null {
	const type = headers.get('ce-type');
	const isStructured = /^application\/cloudevents/i.test(headers.get('content-type') ?? '');
	if (isStructured || type === null || !headers.has('ce-specversion')) return null;
	const subject = headers.get('ce-subject');
	return {
		format: formatOfEvent(type, headers.get('ce-source') ?? ''),
		wrap: (inner) => namedBySubject(inner, subject)
	};
}
