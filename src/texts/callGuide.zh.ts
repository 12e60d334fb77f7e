import type { CallGuideTexts } from './callGuide.en.ts';

export const callGuideZh = {
	callNow: '立即拨打',
	freeze: '冻结账户',
	jump: '本页内容',
	instead: '现在等候较长，您还可以',
	insteadChannel: '不打电话，改用：',
	insteadWindow: '在下一个清闲时段来电：',
	remind: '提醒我',
	remindOf: (when: string) => `提醒我：${when}（添加到日历）`,
	spread: {
		now: (callers: number, minutes: string) =>
			`这个时段平时每 20 位来电者中，有 ${callers} 位等候不到 ${minutes}。`,
		next: (callers: number, minutes: string, when: string) =>
			`${when} 起的一小时内，平时每 20 位来电者中有 ${callers} 位等候不到 ${minutes}。`,
		step: (callers: number, minutes: string) => `${callers} 位不到 ${minutes}`,
		rest: (callers: number) => `${callers} 位更久`,
		basis: '依据最近 8 周的典型时段，已取整，不是此刻的实况；一个圆点代表 20 位来电者中的一位。'
	},
	week: {
		closed: '不开放',
		thin: '来电太少，无法估计'
	},
	zone: {
		open: '换成其他时区显示',
		label: '时区',
		show: '显示',
		line: (zone: string) => `只显示${zone}`,
		now: (line: string, yours: string) => `热线当地现在是 ${line}，您那里是 ${yours}。`
	},
	number: {
		how: '怎样核对',
		old: '距上次核对已超过一年，拨打前请再核对一次。'
	},
	tick: '备好一项勾一项，勾选不会被保存。',
	accuracy: (percent: string, days: number) =>
		`准不准：最近 ${days} 天里，${percent} 的来电者实际等候没有超过当时显示的“大多数不到”的时间。`,
	noSpecialDays: '未来八周没有特殊日期。',
	home: {
		urgentTitle: '钱被转走、手机丢了、账户被别人登录？',
		urgentLead: '请不要等清闲时段。',
		steps: '先做什么',
		topics: '其他问题',
		onLine: (line: string) => `热线：${line}`
	}
} satisfies CallGuideTexts;
