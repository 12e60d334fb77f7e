import type { ForecastCalendar } from './forecastDay.ts';
import type { LoadSeries } from './loadSeries.ts';
import { SlotMemory } from './slotMemory.ts';

const remembered = 8;

/**
 * Whether a slot of an ordinary date is closed: no call came in it on any of the last eight such weekdays (two are
 * enough). Then none is expected, instead of the few in a hundred days that shares of a day cannot tell from none.
 */
export function silentSlots(
	{ days, minutes }: LoadSeries,
	calendar: ForecastCalendar
): (date: string, slot: number) => boolean {
	const memories = Array.from({ length: 7 }, () => new SlotMemory(minutes.length, remembered));
	const seen = Array.from({ length: 7 }, () => 0);
	for (const { date, counts } of days) {
		const { kind, standsFor } = calendar(date);
		if (kind !== 'ordinary' || counts.every((count) => Number.isNaN(count))) continue;
		memories[standsFor - 1]?.learn(counts);
		seen[standsFor - 1] = (seen[standsFor - 1] ?? 0) + 1;
	}
	return (date, slot) => {
		const { kind, standsFor } = calendar(date);
		if (kind !== 'ordinary' || (seen[standsFor - 1] ?? 0) < 2) return false;
		return memories[standsFor - 1]?.means(remembered)[slot] === 0;
	};
}
