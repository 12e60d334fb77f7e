import type { Queue } from '#model/queue.ts';
import { wallTime } from '#time/zone.ts';
import { dayKind } from './dayKind.ts';
import type { TypicalHour, TypicalHours } from './typicalHours.ts';

/** How many times the typical wait an hour to come is expected to have, by its start. */
export type Outlook = (startAt: number) => number;

export const asTypical: Outlook = () => 1;

/** Nobody tells such waits apart, and their ratio is chance. */
const leastMs = 30_000;

/**
 * What a forecast says of the hours to come beside their typical waits: half, the same, twice or three times. In steps
 * so wide that nothing in it changes with a call, and only for days after today, whose forecast today's calls do not
 * move from minute to minute.
 */
export function outlook(
	queue: Queue,
	typical: TypicalHours,
	{ forecast, now }: { forecast: readonly { startAt: number; waitP50Seconds: number | null }[]; now: number }
): Outlook {
	const today = wallTime(queue.zone, now).date;
	const times = new Map<number, number>();
	for (const { startAt, waitP50Seconds } of forecast) {
		const { date, hour } = wallTime(queue.zone, startAt);
		if (waitP50Seconds === null || date <= today) continue;
		const { kind, weekday } = dayKind(queue, date);
		const usual = typical(kind, weekday, hour);
		if (usual) times.set(startAt, step((waitP50Seconds * 1000 + leastMs) / (usual.medianMs + leastMs)));
	}
	return (startAt) => times.get(startAt) ?? 1;
}

/** The hour as it is expected on one day. */
export function expectedHour(hour: TypicalHour, times: number): TypicalHour {
	if (times === 1) return hour;
	const { medianMs, mostMs, nearlyAllMs } = hour;
	return { medianMs: medianMs * times, mostMs: mostMs * times, nearlyAllMs: nearlyAllMs * times };
}

function step(ratio: number): number {
	if (ratio < 0.6) return 0.5;
	if (ratio < 1.6) return 1;
	return ratio < 2.5 ? 2 : 3;
}
