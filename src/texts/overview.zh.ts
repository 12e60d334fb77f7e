import type { OverviewTexts } from './overview.en.ts';

export const overviewZh = {
	title: '今日队列',
	needNone: (count) => (count === 1 ? '队列运行正常。' : `${count} 个队列都运行正常。`),
	needSome: (count, without) => `${count} 个队列运行正常；另有 ${without} 个今天和同类日子都没有来电。`,
	noCalls: '今天和同类日子都没有来电。',
	need: (names, more) => `需要关注：${names.join('、')}${more > 0 ? `，另有 ${more} 个` : ''}。`,
	order:
		'先列此刻未达目标的，再列来电多于往常的，然后是来电少于往常或先前未达目标的，其余按名称排列；同一类中，涉及来电多的在前。',
	asOf: (time) => `截至 ${time}。`,
	attention: '需要关注',
	now: '此刻',
	waiting: (count) => `${count} 人等候`,
	longest: (time) => `最长 ${time}`,
	talking: (count) => `${count} 人通话中`,
	nowUnknown: '无法得知：记录事后才送达',
	silent: '比平时更久没有收到记录。',
	today: '今天',
	until: (time) => `通来电，截至 ${time}`,
	untilZone: (time, zone) => `通来电，截至 ${time}（${zone}）`,
	like: (low, high, median) => `同类日子 ${low} 至 ${high}，中位数 ${median}`,
	noLike: '可比的日子还太少',
	spark: (finding) => `每小时来电。${finding}`,
	sparkKey: '今天每小时的来电，底色为同类日子的最少至最多。',
	table: {
		title: '数据',
		caption: '今天的各个队列，以及按各自当地时间每小时的来电',
		queue: '队列',
		longest: '目前最长等候',
		like: '同类日子此时的中位数'
	},
	serviceLevel: '服务水平',
	formulaShort: (name, threshold, target) => `${name}，${threshold} 秒，目标 ${target}`,
	belowSince: (share, callers, since, threshold, target) =>
		`自 ${since} 起未达目标：${callers} 通中 ${share} 在 ${threshold} 秒内得到服务，目标为 ${target}。`,
	belowFrom: (share, callers, from, to, threshold, target) =>
		`${from} 至 ${to} 未达目标：${callers} 通中 ${share} 在 ${threshold} 秒内得到服务（目标 ${target}），此后好转。`,
	more: (since, count, like, low, high) =>
		`自 ${since} 起来电多于往常：${count} 通，${like}同时段为 ${low} 至 ${high} 通。`,
	fewer: (since, count, like, low, high) =>
		`自 ${since} 起来电少于往常：${count} 通，${like}同时段为 ${low} 至 ${high} 通。`,
	abandonment: '放弃率',
	median: '等候中位数',
	p90: '九成不超过',
	total: {
		all: (count) => (count === 1 ? '今天到目前为止' : `合计：全部 ${count} 个队列`),
		chosen: (count) => (count === 1 ? '仅所选的 1 个队列' : `合计：所选 ${count} 个队列`),
		choose: (name) => `将${name}计入合计`,
		show: '合计所选',
		clear: '全部队列',
		hint: '在下面勾选队列，只合计所选的。',
		offered: '目前来电',
		answered: '接听',
		abandoned: '放弃',
		flowedOut: '转出',
		waiting: '正在等候',
		talking: '通话中',
		presentOf: (known, all) =>
			known === 0 ? '无法得知：记录事后才送达' : `${all} 个队列中已知的 ${known} 个；其余未知`,
		mixed: '各队列按各自的公式与阈值',
		zones: '各队列按其所在时区的当天计算。'
	},
	formulas: '服务水平如何计算'
} satisfies OverviewTexts;
