import type { WaitMinutes } from '#model/publicAnswer.ts';
import type { TimedCall } from '../waitEstimate/callEvents.ts';
import type { ShownWait } from './shownNow.ts';

/** How many callers waited no longer than what they were told, or would have been told. */
export interface HeldCounts {
	callers: number;
	halfHeld: number;
	mostHeld: number;
	/** Those of the callers whose number came from the line as it was. */
	liveCallers: number;
}

export function noHeld(): HeldCounts {
	return { callers: 0, halfHeld: 0, mostHeld: 0, liveCallers: 0 };
}

/**
 * Counts one caller. Who was answered counts with the wait. Who gave up had a longer wait before them, nobody knows how
 * long: they count as "waited longer" once they had, and are left out before, as is everybody who was told nothing.
 */
export function countHeld(
	counts: HeldCounts,
	{ enqueuedAt, answeredAt, endedAt, outcome }: TimedCall,
	shown: ShownWait | null
): void {
	const until = answeredAt ?? (outcome === 'abandoned' ? endedAt : null);
	if (!shown || until === null) return;
	const waitMs = until - enqueuedAt;
	const held = (step: WaitMinutes['half_under']) => step === null || waitMs <= step * 60_000;
	const { half_under, most_under } = shown.wait;
	if (answeredAt === null && held(most_under)) return;
	counts.callers++;
	if (held(half_under)) counts.halfHeld++;
	if (held(most_under)) counts.mostHeld++;
	if (shown.basis === 'live') counts.liveCallers++;
}
