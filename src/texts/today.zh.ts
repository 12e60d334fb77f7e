import type { LikeDays, TodayTexts } from './today.en.ts';

function lastDays({ kind, weekday, days }: LikeDays): string {
	if (kind === 'holiday') return `过去 ${days} 个节假日`;
	if (kind === 'make_up_workday') return `过去 ${days} 个按${weekday}上班的日子`;
	return `过去 ${days} 个${weekday}`;
}

export const todayZh = {
	lastDays,
	title: '今天',
	begun: '今天才刚开始。',
	noneYet: (time) => `截至 ${time} 还没有来电，同类日子此时也没有。`,
	unknown: (count, time) => `截至 ${time} 共 ${count} 通来电。可比的日子还太少，暂时无法比较。`,
	usual: (count, time, like, low, high) =>
		`目前与往常相当：截至 ${time} 共 ${count} 通来电，${lastDays(like)}同时段为 ${low} 至 ${high} 通。`,
	ratherAbove: (count, time, like, low, high) =>
		`目前比往常略忙：截至 ${time} 共 ${count} 通来电，${lastDays(like)}同时段为 ${low} 至 ${high} 通。`,
	ratherBelow: (count, time, like, low, high) =>
		`目前比往常略少：截至 ${time} 共 ${count} 通来电，${lastDays(like)}同时段为 ${low} 至 ${high} 通。`,
	above: (count, time, like, high, percent) =>
		`比往常忙：截至 ${time} 共 ${count} 通来电，超过${lastDays(like)}中的任何一天（最多 ${high} 通${percent ? `，高出中位数 ${percent}` : ''}）。`,
	below: (count, time, like, low, percent) =>
		`比往常清闲：截至 ${time} 共 ${count} 通来电，少于${lastDays(like)}中的任何一天（最少 ${low} 通${percent ? `，低于中位数 ${percent}` : ''}）。`,
	holiday: (name) => `今天是节假日：${name}。`,
	holidayUnnamed: '今天是节假日。',
	makeUp: (weekday) => `今天是调休上班日，按${weekday}安排。`,
	monthEnd: '今天临近月末，用来比较的日子不一定如此。',
	peakToCome: (range, median) => `来电通常在 ${range} 最多：同类日子的中位数为 ${median} 通。`,
	peakSoFar: (range, count) => `到目前为止 ${range} 最忙，共 ${count} 通。`,
	nothing: '今天还没有来电。',
	note: (day, time, zone) => `${day}，截至 ${time}，${zone}。`,
	hour: '时段',
	today: '今天',
	soFar: '截至目前',
	running: '尚未结束的时段',
	low: '最少',
	median: '同类日子的中位数',
	high: '最多',
	band: '同类日子的最少至最多',
	read: '逐段读取今天的数值',
	caption: '今天与同类日子的来电',
	step: '粒度',
	steps: { hour: '小时', quarter: '15 分钟' }
} satisfies TodayTexts;
