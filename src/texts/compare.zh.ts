import type { CompareTexts } from './compare.en.ts';

export const compareZh = {
	title: (name) => `${name}：对比`,
	form: '选择对比对象',
	from: '第一天',
	to: '最后一天',
	against: '对比',
	before: '之前一段时间',
	year: '一年前的同几周',
	queue: (name) => `${name}的同几天`,
	show: '对比',
	range: (from, to) => `${from} 至 ${to}`,
	sideOf: (queue, range) => `${queue}，${range}`,
	none: '没有可以对比的日子：有一方在这段时间没有完整的一天，请另选范围。',
	leadClear: (differences) => `${differences.join('；')}。`,
	noCalls: '双方都没有来电。',
	leadNone: '没有超出日常波动的差异。',
	leadFew: (pairs, _, least) => `只有 ${pairs} 对日子，不足以对比：少于 ${least} 对时，无法区分差异与偶然。`,
	exchanged: '最后一天早于第一天，两者已对调。',
	begins: (queue, day) => `“${queue}”的记录从${day}开始：这一天不完整，当天及之前的日子都不计入。`,
	remaining: (pairs, all) =>
		pairs === '0' ? `所选的 ${all} 对日子全部不计入。` : `所选的 ${all} 对日子中还剩 ${pairs} 对。`,
	clear: {
		callsADay: (more, by) => `每天来电${more ? '多' : '少'} ${by}`,
		serviceLevel: (more, by) => `服务水平${more ? '高' : '低'} ${by}`,
		abandonment: (more, by) => `放弃率${more ? '高' : '低'} ${by}`,
		p50: (more, by) => `等候中位数${more ? '长' : '短'} ${by}`,
		p90: (more, by) => `九成来电的等候上限${more ? '长' : '短'} ${by}`,
		asa: (more, by) => `平均应答${more ? '慢' : '快'} ${by}`,
		aht: (more, by) => `平均处理时长${more ? '长' : '短'} ${by}`
	},
	names: {
		callsADay: '每天来电',
		serviceLevel: '服务水平',
		abandonment: '放弃率',
		p50: '等候中位数',
		p90: '等候 90 分位数',
		asa: '平均应答速度',
		aht: '平均处理时长'
	},
	points: (value) => `${value} 个百分点`,
	table: {
		title: '指标',
		region: '双方的指标',
		figure: '指标',
		sides: { a: '所选', b: '对比' },
		difference: '差异',
		interval: '真实差异介于',
		verdict: '结论',
		more: '▲ 明确',
		less: '▼ 明确',
		chance: '可能只是偶然',
		unknown: '无法得知',
		between: (low, high) => `${low} 与 ${high}`
	},
	method:
		'每一天与另一方星期相同的一天成对比较。偶然能造成多大差异，由这些成对日子重抽 400 次得出（自助法，Efron 1979），并采用学生 t 分布；全部区间同时成立的把握为 95%（Bonferroni）。超过 8 周时不再逐日抽取，而是整周抽取；超过两年时每次抽取四周。',
	pairs: (days) => `共 ${days} 对日子。`,
	shifted: (weeks) => `相隔 ${weeks}，使星期一一对应。`,
	weeks: (weeks) => `${weeks} 周`,
	otherKind: (days, _, all) =>
		`${all} 对中有 ${days} 对的日子类型不同（例如节假日对工作日），部分差异可能由此而来。`,
	capped: '今天尚未结束，不计在内。',
	formulas: '两个队列的服务水平算法不同：',
	marks: {
		above: (side) => `上方标注（${side}）`,
		atFoot: (side) => `下方标注（${side}）`,
		column: (side) => `标注（${side}）`
	},
	chart: {
		title: '逐日',
		finding: (a, b) => `${a} 通对 ${b} 通。`,
		findingFew: '双方每天的来电；日子太少，看不出差异。',
		caption: '双方每天的来电',
		weekly: '按周的每天来电',
		time: '日期',
		against: '对比',
		read: '逐日读取'
	}
} satisfies CompareTexts;
