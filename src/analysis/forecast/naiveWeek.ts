import { weekdayOfDay } from '#time/dates.ts';
import type { LoadDay } from './loadSeries.ts';
import { SlotMemory } from './slotMemory.ts';

export const naiveMethods = ['seasonal_naive', 'mean_4', 'median_8'] as const;
export type NaiveMethod = (typeof naiveMethods)[number];

const unknown = new Float64Array(0);

/**
 * What every forecast must beat: the last same weekday, the mean of the last 4, the median of the last 8, slot by
 * slot, whatever days they were.
 */
export class NaiveWeek {
	readonly #memories: SlotMemory[];

	constructor(slots: number) {
		this.#memories = Array.from({ length: 7 }, () => new SlotMemory(slots, 8));
	}

	learn({ day, counts }: LoadDay): void {
		this.#memories[weekdayOfDay(day) - 1]?.learn(counts);
	}

	/** The counts of a day by slot; NaN where no same weekday has been seen. Later learning leaves it as it is. */
	expect(method: NaiveMethod, day: number): Float64Array {
		const memory = this.#memories[weekdayOfDay(day) - 1];
		if (!memory) return unknown;
		if (method === 'seasonal_naive') return memory.means(1);
		return method === 'mean_4' ? memory.means(4) : memory.medians();
	}
}
