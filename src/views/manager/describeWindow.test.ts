import { expect, it } from 'vitest';
import { describeWindow } from './describeWindow.ts';

const window = {
	weekdays: [1],
	from_hour: 9,
	to_hour: 12,
	offered_mean: 63.6,
	wait_p50_seconds: 130,
	wait_p90_seconds: 400,
	abandonment_rate: 0.124,
	days: 8
};

it('says a busy window in both languages', () => {
	expect(describeWindow(window, 'busiest', 'en')).toBe(
		'Monday 09:00–12:00: about 64 calls an hour; half of the callers wait up to 2 min 10 s, nine in ten up to 6 min 40 s; 12% hang up; from 8 days.'
	);
	expect(describeWindow(window, 'busiest', 'zh')).toBe(
		'周一 09:00–12:00，每小时约 64 通；一半来电等候不超过 2 分 10 秒，九成不超过 6 分 40 秒；12% 的来电放弃等候；基于 8 天。'
	);
});

it('names days that follow each other as a range, over the end of the week too', () => {
	const days = (weekdays: number[]) =>
		describeWindow({ ...window, weekdays }, 'quietest', 'en').split(' 09')[0];
	expect(days([2, 3, 4])).toBe('Tuesday to Thursday');
	expect(days([7, 1, 2])).toBe('Sunday to Tuesday');
	expect(days([1, 2])).toBe('Monday and Tuesday');
	expect(days([1, 3, 5])).toBe('Monday, Wednesday and Friday');
	expect(describeWindow({ ...window, weekdays: [1, 2, 3, 4, 5] }, 'quietest', 'zh')).toMatch(
		/^周一至周五 09:00/
	);
});

it('leaves out what is not known', () => {
	const quiet = {
		...window,
		offered_mean: 1.26,
		to_hour: 24,
		wait_p50_seconds: null,
		wait_p90_seconds: null
	};
	expect(describeWindow(quiet, 'quietest', 'en')).toBe(
		'Monday 09:00–24:00: about 1.3 calls an hour; from 8 days.'
	);
});
