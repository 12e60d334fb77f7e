import type { PeaksTexts } from './peaks.en.ts';

export const peaksZh = {
	title: '什么时候忙',
	busiest: '来电最多',
	quietest: '来电最少',
	basis: '只看普通工作日；节假日、调休上班日和月末不计在内。',
	even: '工作日各时段相差不大。',
	window: (days, hours, load) => `${days} ${hours}，每小时约 ${load} 通`,
	waits: (half, most) => `一半来电等候不超过 ${half}，九成不超过 ${most}`,
	waitsNone: (most) => `一半来电无需等候，九成等候不超过 ${most}`,
	waitsHardly: '九成来电无需等候',
	gaveUp: (rate) => `${rate} 的来电放弃等候`,
	behind: (days) => `基于 ${days} 天`,
	join: (parts) => `${parts.join('；')}。`,
	weekdays: (names, contiguous) => {
		if (names.length <= 2) return names.join('和');
		if (contiguous) return `${names[0]}至${names.at(-1)}`;
		return names.join('、');
	},
	measure: '显示',
	weeks: '时间',
	lastWeeks: (weeks) => `${weeks} 周`,
	measures: {
		load: '每小时来电',
		p50: '等候中位数',
		p90: '等候 90 分位数',
		abandonment: '放弃率',
		serviceLevel: '服务水平',
		agents: '所需坐席'
	},
	meaning: {
		load: '该小时进入队列的来电的平均数。',
		p50: '一半来电（接听或放弃）的等候不超过此值。',
		p90: '九成来电（接听或放弃）的等候不超过此值。',
		abandonment: '放弃 ÷（接听 + 放弃）。',
		serviceLevel: '颜色越深，水平越低。',
		agents: '按平均来电量达到目标所需的坐席数（Erlang 公式，取这几周的平均处理时长）。'
	},
	highest: {
		load: (when, value) => `来电最多的是${when}：每小时 ${value} 通。`,
		p50: (when, value) => `等候中位数最长的是${when}：${value}。`,
		p90: (when, value) => `九成来电的等候上限最长的是${when}：${value}。`,
		abandonment: (when, value) => `放弃最多的是${when}：${value}。`,
		serviceLevel: (when, value) => `服务水平最低的是${when}：${value}。`,
		agents: (when, value) => `需要坐席最多的是${when}：${value}。`
	},
	noAgents: '来电记录带有处理时长之后，才能算出所需坐席。',
	noValue: '这几周没有可显示的数据。',
	allZero: '所有时段都是 0。',
	zeroButThin: '满 3 天的时段都是 0。',
	onlyThin: '该时段还不足 3 天。',
	tooFew: '一个时段至少有 3 个普通工作日的数据，才会判断是忙还是清闲。',
	note: (from, to, zone) => `${from} 至 ${to}，包括所有日子，${zone}。`,
	hour: '时段',
	days: (days) => `${days} 天`,
	cell: {
		title: (weekday, hours) => `${weekday} ${hours}`,
		finding: (days, mean, least, leastDay, most, mostDay) =>
			`${days}平均 ${mean} 通：最少 ${least} 通（${leastDay}），最多 ${most} 通（${mostDay}）。`,
		one: (count, day) => `${day}，${count} 通。`,
		none: '这几周没有这样的时段。',
		day: '日期',
		calls: '来电',
		serviceLevel: '服务水平',
		median: '等候中位数',
		p90: '90 分位数',
		abandonment: '放弃率',
		open: (name) => `${name}：查看各天`,
		hours: '点日期看当天各小时，点小时看其中的来电。',
		close: '收起'
	},
	callsAnHour: (value) => `每小时 ${value} 通`,
	thin: '不足 3 天，可能只是偶然',
	none: '不开放或没有数据',
	caption: (measure) => `各星期与时段的${measure}，以及背后的天数`
} satisfies PeaksTexts;
