import type { StaffStep } from '#charts/staffSteps.ts';
import type { ChartTable } from '#charts/table.ts';
import type { PlannedSlot } from '#analysis/staffing/staffPlan.ts';
import { formatNumber, formatPercent, unknown } from '#texts/format.ts';
import { formatTimeRange } from '#texts/formatRange.ts';
import type { Lang } from '#texts/lang.ts';
import { staffingTexts } from '#texts/staffing.ts';
import { wallTime } from '#time/zone.ts';

/** A plan as what the chart draws. */
export function planSteps(slots: PlannedSlot[], zone: string): StaffStep[] {
	return slots.map(({ startAt, endAt, required, scheduled, planned, open }) => {
		const { hour, minute } = wallTime(zone, startAt);
		return {
			label: formatTimeRange(zone, startAt, endAt),
			tick: minute === 0 ? String(hour).padStart(2, '0') : null,
			needed: required,
			shifts: scheduled,
			planned,
			closed: !open
		};
	});
}

/** The same as a table; closed slots in which nobody is planned are left out. */
export function planTable(
	slots: PlannedSlot[],
	{ zone, lang, show, caption }: { zone: string; lang: Lang; show: string; caption: string }
): ChartTable {
	const { chart } = staffingTexts(lang);
	const hasPlan = slots.some(({ planned }) => planned !== null);
	const count = (value: number | null) => formatNumber(value, lang);
	const share = (value: number | null | undefined) =>
		value === undefined ? unknown : formatPercent(value, lang, 0);
	return {
		show,
		caption,
		columns: [
			chart.slot,
			chart.calls,
			chart.agents,
			chart.required,
			chart.scheduled,
			chart.level,
			chart.occupancy,
			...(hasPlan ? [chart.plannedColumn, chart.spare, chart.levelPlanned] : [])
		],
		rows: slots
			.filter(({ open, planned }) => open || (planned ?? 0) > 0)
			.map((slot) => ({
				name: formatTimeRange(zone, slot.startAt, slot.endAt),
				cells: [
					formatNumber(slot.calls, lang, 1),
					count(slot.needed),
					count(slot.required),
					count(slot.scheduled),
					share(slot.service.serviceLevel),
					share(slot.service.occupancy),
					...(hasPlan ? [count(slot.planned), count(slot.spare), share(slot.withPlanned?.serviceLevel)] : [])
				]
			}))
	};
}
