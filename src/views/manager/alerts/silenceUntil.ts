import { localInstant } from '../localInstant.ts';

export const silenceLengths = ['1h', '8h', '24h', '7d', 'ever'] as const;
export type SilenceLength = (typeof silenceLengths)[number];

const hourMs = 3_600_000;
const lengthMs: Record<SilenceLength, number> = {
	'1h': hourMs,
	'8h': 8 * hourMs,
	'24h': 24 * hourMs,
	'7d': 168 * hourMs,
	ever: Infinity
};

/** Until when a form silences, ms (Infinity: for ever): the time that it names, by the clock of the zone, else its length. Null where that is no time to come. */
export function silenceUntil(form: FormData, zone: string, now: number): number | null {
	const named = form.get('until');
	if (typeof named === 'string' && named !== '') {
		const until = localInstant(zone, named);
		return until !== null && until > now ? until : null;
	}
	const length = silenceLengths.find((one) => one === form.get('length'));
	return length ? now + lengthMs[length] : null;
}
