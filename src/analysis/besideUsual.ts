import type { Level, WaitMinutes } from '#model/publicAnswer.ts';

export interface ToldHour {
	wait: WaitMinutes;
	level: Level;
}

/**
 * How a line is now beside what is usual at the hour: `other` where half of the callers wait longer and most shorter, or
 * the other way round; null where the level is the same. Both waits are told, so what is said must be true of both.
 */
export function besideUsual(now: ToldHour, usual: ToldHour | null): 'quieter' | 'busier' | 'other' | null {
	if (!usual || now.level === usual.level) return null;
	const half = minutes(now.wait.half_under) - minutes(usual.wait.half_under);
	const most = minutes(now.wait.most_under) - minutes(usual.wait.most_under);
	if (half <= 0 && most <= 0) return 'quieter';
	return half >= 0 && most >= 0 ? 'busier' : 'other';
}

/** More than an hour is more than any step. */
function minutes(step: number | null): number {
	return step ?? 90;
}
