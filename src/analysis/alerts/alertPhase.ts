import type { AlertEnd, AlertPhase } from '#model/alert.ts';

/** Where a rule is on its way, since when, and when that was last seen. */
export interface AlertStand {
	phase: AlertPhase;
	sinceAt: number;
	seenAt: number;
}

export interface AlertStep {
	stand: AlertStand;
	/** It has fired just now, or is over. */
	event: 'fired' | AlertEnd | null;
}

interface Looked {
	now: number;
	holdMs: number;
}

/** A look that comes later than this after the last one does not prove that nothing changed in between. */
const mostBetweenLooksMs = 90_000;
/** What cannot be known for so long is taken for over, or a firing would last for ever. */
export const lostMs = 30 * 60_000;

export const calmStand: AlertStand = { phase: 'clear', sinceAt: 0, seenAt: 0 };

/**
 * The next step of a rule that was just looked at. It fires when its condition has held for the hold time without a
 * break, and resolves when it has been over for as long, so that a value that dances about its limit fires once.
 * @param holds null: it cannot be known
 */
export function nextStand(stand: AlertStand, holds: boolean | null, { now, holdMs }: Looked): AlertStep {
	const isUnbroken = now - stand.seenAt <= mostBetweenLooksMs;
	const to = (phase: AlertPhase, event: AlertStep['event'] = null): AlertStep => {
		const isIdle = phase === 'clear' || phase === 'blind';
		const sinceAt = phase === stand.phase && (isUnbroken || isIdle) ? stand.sinceAt : now;
		return { stand: { phase, sinceAt, seenAt: now }, event };
	};
	/** It stays what it is on the way to be, until it has been that for long enough. */
	const wait = (way: AlertPhase, longMs: number, end: AlertPhase, event: AlertStep['event']): AlertStep => {
		const step = to(way);
		return now - step.stand.sinceAt >= longMs ? to(end, event) : step;
	};
	switch (stand.phase) {
		case 'clear':
		case 'blind':
		case 'pending':
			if (holds === null) return to('blind');
			return holds ? wait('pending', holdMs, 'firing', 'fired') : to('clear');
		default:
			if (holds === true) return { ...to('firing'), event: null };
			if (holds === false) return wait('clearing', holdMs, 'clear', 'resolved');
			return wait('lost', Math.max(lostMs, holdMs), 'clear', 'unknown');
	}
}
