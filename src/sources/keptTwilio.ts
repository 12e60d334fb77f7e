import type { KeptEvent } from './source.ts';

export type TwilioKind =
	'entered' | 'voicemail' | 'timed_out' | 'moved' | 'accepted' | 'wrapup' | 'completed' | 'canceled';

/** What is kept of an event; instants in milliseconds since 1970. */
export interface TwilioMoment {
	kind: TwilioKind;
	at: number;
	/** When the task came to its queue, as far as the event says. */
	sinceAt: number | null;
	createdAt: number | null;
	agent: string | null;
}

const kinds: readonly string[] = [
	...['entered', 'voicemail', 'timed_out', 'moved', 'accepted', 'wrapup', 'completed', 'canceled']
];

/** As text of one line, the same for the same event. */
export function keptTwilio({ kind, at, sinceAt, createdAt, agent }: TwilioMoment): string {
	return JSON.stringify([kind, at, sinceAt, createdAt, agent]);
}

/** Back from the text; null where it is none. */
export function readTwilio({ content }: KeptEvent): TwilioMoment | null {
	const parts: unknown = content.startsWith('["') ? JSON.parse(content) : null;
	if (!Array.isArray(parts)) return null;
	const [kind, at, sinceAt, createdAt, agent]: unknown[] = parts;
	if (!isKind(kind) || typeof at !== 'number') return null;
	const instant = (value: unknown) => (typeof value === 'number' ? value : null);
	return {
		kind,
		at,
		sinceAt: instant(sinceAt),
		createdAt: instant(createdAt),
		agent: typeof agent === 'string' ? agent : null
	};
}

function isKind(value: unknown): value is TwilioKind {
	return typeof value === 'string' && kinds.includes(value);
}
