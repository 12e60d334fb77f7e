import { slotMs, slotOf, slotsADay, slotStart } from './slots.ts';

/** A stretch in which a source that usually sends something sent nothing, ms. */
export interface SourceGap {
	fromAt: number;
	/** Null: it lasts. */
	toAt: number | null;
}

interface GapOptions {
	now: number;
	/** Gaps are looked for since then. */
	sinceAt: number;
	/** Which days are like each other, such as working days; by the clock of the source's queue. */
	dayOf: (at: number) => { date: string; kind: string; slot: number };
}

/** So unlikely is a silence that is told of, e⁻⁹·²: one in ten thousand. */
const leastSurprise = 9.2;
/** A shorter silence is none. */
const leastMs = 2 * slotMs;

/**
 * Where a source was silent though it usually is not. Every stretch of five minutes has a chance of being empty: how
 * often it was on days of its kind. Stretches in a row that are empty together are as unlikely as the product of
 * these chances; a run that is unlikelier than one in ten thousand is a gap. So a line that sends all the time
 * has one after a quarter of an hour, a line that calls rarely after hours, and the night is none for a line that is closed.
 *
 * @param active the numbers of the stretches (slots.ts) in which something came, in order: of some weeks
 */
export function sourceGaps(active: readonly number[], { now, sinceAt, dayOf }: GapOptions): SourceGap[] {
	const [first] = active;
	if (first === undefined) return [];
	const emptyChance = chancesOfNothing(active, { now, dayOf });
	const seen = new Set(active);
	const gaps: SourceGap[] = [];
	let fromAt = slotStart(first);
	let surprise = 0;
	const running = slotOf(now);
	for (let slot = Math.max(first, slotOf(sinceAt)); slot <= running; slot++) {
		if (seen.has(slot)) {
			close(slotStart(slot));
			fromAt = slotStart(slot + 1);
			surprise = 0;
		} else if (slot < running) surprise -= Math.log(emptyChance(slotStart(slot)));
	}
	close(null);
	return gaps;

	function close(toAt: number | null): void {
		const lasted = (toAt ?? now) - fromAt;
		if (surprise >= leastSurprise && lasted >= leastMs) gaps.push({ fromAt, toAt });
	}
}

/** For an instant, how likely nothing comes in its stretch of five minutes: by how often nothing came on days of its kind. */
function chancesOfNothing(
	active: readonly number[],
	{ now, dayOf }: Pick<GapOptions, 'now' | 'dayOf'>
): (at: number) => number {
	const [first = 0] = active;
	const days = new Map<string, Set<string>>();
	const counts = new Map<string, number>();
	// The day that runs is being judged, and so no witness.
	const today = dayOf(now).date;
	for (let slot = first; slotStart(slot) < now; slot += slotsADay / 2) {
		const { date, kind } = dayOf(slotStart(slot));
		if (date === today) continue;
		const ofKind = days.get(kind) ?? new Set();
		days.set(kind, ofKind.add(date));
	}
	for (const number of active) {
		const { date, kind, slot } = dayOf(slotStart(number));
		if (date === today) continue;
		const key = `${kind} ${slot}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return (at) => {
		const { kind, slot } = dayOf(at);
		const seen = days.get(kind)?.size ?? 0;
		// Neighbours too: who sends every ten minutes does not do so on the dot.
		const around = [-1, 0, 1].map((step) => counts.get(`${kind} ${slot + step}`) ?? 0);
		const mean = around.reduce((sum, count) => sum + count, 0) / around.length;
		return 1 - Math.min(mean, seen) / (seen + 1);
	};
}
