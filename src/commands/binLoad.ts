import type { LoadPoint } from '#analysis/forecast/loadSeries.ts';
import { instantOf, weekdayOf } from '#time/zone.ts';
import type { LoadRow } from './loadFile.ts';

export interface BinOptions {
	/** 60 or 30. */
	slotMinutes: number;
	/** Minutes after 00:00; the end is out. */
	hours: [fromMinute: number, toMinute: number];
	/** Weekdays, 1 (Monday) to 7. */
	days: ReadonlySet<number>;
}

/** Slots that more than this share of a weekday's days lack are not missing: the line is quiet then. */
const oftenMissing = 0.2;

/**
 * Sums rows into slots. A slot with fewer rows than slots usually have is not known. A slot without rows is
 * not known either, but where a series never writes a zero and leaves many slots out, it is zero there.
 */
export function binLoad(
	rows: readonly LoadRow[],
	zone: string,
	{ slotMinutes, hours, days }: BinOptions
): LoadPoint[] {
	const byDate = new Map<string, Map<number, Bin>>();
	for (const { date, minute, offered } of rows) {
		if (minute < hours[0] || minute >= hours[1] || !days.has(weekdayOf(date))) continue;
		const slot = Math.floor(minute / slotMinutes) * slotMinutes;
		const bins = byDate.get(date) ?? new Map<number, Bin>();
		byDate.set(date, bins);
		const bin = bins.get(slot) ?? { calls: 0, rows: 0 };
		bins.set(slot, bin);
		bin.calls += offered ?? NaN;
		bin.rows++;
	}
	if (rows.every(({ offered }) => offered !== 0)) fillQuiet(byDate);
	const usual = usualRows([...byDate.values()].flatMap((bins) => [...bins.values()]));
	return [...byDate].flatMap(([date, bins]) =>
		[...bins].map(([minute, { calls, rows }]) => ({
			startAt: instantOf(zone, date, minute),
			offered: Number.isNaN(calls) || (rows > 0 && rows < usual) ? null : calls
		}))
	);
}

interface Bin {
	calls: number;
	rows: number;
}

function fillQuiet(byDate: ReadonlyMap<string, Map<number, Bin>>): void {
	for (let weekday = 1; weekday <= 7; weekday++) {
		const own = [...byDate].filter(([date]) => weekdayOf(date) === weekday).map(([, bins]) => bins);
		for (const slot of new Set(own.flatMap((bins) => [...bins.keys()]))) {
			const without = own.filter((bins) => !bins.has(slot));
			if (without.length > oftenMissing * own.length)
				for (const bins of without) bins.set(slot, { calls: 0, rows: 0 });
		}
	}
}

/** The most common number of rows of a slot. */
function usualRows(bins: readonly Bin[]): number {
	const counts = new Map<number, number>();
	for (const { rows } of bins) if (rows > 0) counts.set(rows, (counts.get(rows) ?? 0) + 1);
	const [usual = 1] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
	return usual;
}
