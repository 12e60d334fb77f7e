import { poisson } from '../simulation/distributions.ts';
import type { Random } from '../simulation/random.ts';
import { isRestDay, type WalletDay } from './walletDay.ts';
import type { WalletLine } from './walletLine.ts';
import { staffShare } from './walletStory.ts';

/** After closing, agents stay so long for those who still wait. */
export const stayMinutes = 30;
/** Ill, late or in training, of those on the plan. */
const absentShare = 0.05;
const holidayShare = 0.75;

/** Who is there on a day, from hour to hour: the plan, the year's story, and who is absent that day. */
export function walletStaff(
	line: WalletLine,
	day: WalletDay,
	random: Random
): { at: number; agents: number }[] {
	const plan = isRestDay(day) ? line.agents.restDay : line.agents.workday;
	const share = staffShare(day.date) * (day.kind === 'holiday' ? holidayShare : 1);
	const absent = poisson(absentShare * Math.max(...plan))(random);
	const staff: { at: number; agents: number }[] = [];
	for (const [startMinute, endMinute] of day.open) {
		const goMinute = endMinute < 1440 ? endMinute + stayMinutes : endMinute;
		for (let minute = startMinute; minute < goMinute; minute += 60) {
			const planned = Math.round((plan[Math.floor(minute / 60)] ?? 0) * share);
			staff.push({ at: day.startAt + minute * 60_000, agents: Math.max(1, planned - absent) });
		}
		if (goMinute < 1440) staff.push({ at: day.startAt + goMinute * 60_000, agents: 0 });
	}
	return staff;
}
