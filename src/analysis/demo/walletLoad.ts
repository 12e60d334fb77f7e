import type { Slot } from '../simulation/arrivals.ts';
import { lognormal } from '../simulation/distributions.ts';
import type { Random } from '../simulation/random.ts';
import { isRestDay, type WalletDay } from './walletDay.ts';
import type { ByHour, WalletEffects, WalletLine } from './walletLine.ts';
import { afterOutageMinutes, growth, outages } from './walletStory.ts';

const quarterMs = 900_000;
/** No two like days bring the same, and no two like hours: less than at a real bank (.16 to .25, Brown et al. 2005). */
const dayNoise = lognormal(1, 0.08);
const hourNoise = lognormal(1, 0.1);

/** What the demo expects on a day, by quarter hour of the hours it is open, the chance of that day included. */
export function walletLoad(line: WalletLine, effects: WalletEffects, day: WalletDay, random: Random): Slot[] {
	const minutes = day.open.flatMap(([from, to]) =>
		Array.from({ length: (to - from) / 15 }, (_, i) => from + i * 15)
	);
	const profile = isRestDay(day) ? line.profile.restDay : line.profile.workday;
	const total = minutes.reduce((sum, minute) => sum + weightAt(profile, minute), 0);
	const level = dayCalls(line, effects, day) * dayNoise(random);
	const hours = Array.from({ length: 24 }, () => hourNoise(random));
	return minutes.map((minute) => {
		const startAt = day.startAt + minute * 60_000;
		const lift = (hours[Math.floor(minute / 60)] ?? 1) * liftAt(line, day, minute);
		return {
			startAt,
			endAt: startAt + quarterMs,
			expected: (level * lift * weightAt(profile, minute)) / total
		};
	});
}

function dayCalls(line: WalletLine, effects: WalletEffects, day: WalletDay): number {
	const near = { before_holiday: effects.beforeHoliday, after_holiday: effects.afterHoliday };
	const special = [
		day.monthEnd ? effects.monthEnd : 1,
		day.near ? near[day.near] : 1,
		day.kind === 'holiday' ? effects.holiday : 1
	];
	return special.reduce(
		(calls, factor) => calls * factor,
		(line.calls[day.weekday] ?? 0) * growth(day.startAt)
	);
}

/** The rate at a quarter hour, on straight lines between the middles of the hours. */
function weightAt(profile: ByHour, minute: number): number {
	const hour = Math.floor(minute / 60);
	const here = profile[hour] ?? 0;
	const offset = (minute % 60) + 7.5 - 30;
	// Towards an hour without calls, the edge of the service hours, the rate stays as it is.
	const beside = profile[hour + Math.sign(offset)] || here;
	return here + ((beside - here) * Math.abs(offset)) / 60;
}

/** Monday morning brings what the weekend left; an outage what it broke. */
function liftAt(line: WalletLine, day: WalletDay, minute: number): number {
	const monday = day.weekday === 0 && minute < 12 * 60 ? 1.15 : 1;
	const outage = outages.find(({ monthDay }) => day.date.endsWith(monthDay));
	if (!outage || minute < outage.startMinute || minute >= outage.endMinute + afterOutageMinutes)
		return monday;
	return monday * (minute < outage.endMinute ? line.outage.during : line.outage.after);
}
