import type { TrendTexts } from './trend.en.ts';

export const trendZh: TrendTexts = {
	title: (queue) => `${queue}的趋势`,
	none: '还没有来电。',
	begun: '首个周期尚未结束，暂无可比。',
	first: (when, count) => `${when}共 ${count} 通来电，此前没有可比的数据。`,
	usual: (when, count, before, low, high) =>
		`${when}共 ${count} 通来电，在此前 ${before}的范围内（${low} 至 ${high} 通）。`,
	above: (when, count, before, high, percent) =>
		`${when}共 ${count} 通来电，超过此前 ${before}中的任何一个（最多 ${high} 通，高出中位数 ${percent}）。`,
	below: (when, count, before, low, percent) =>
		`${when}共 ${count} 通来电，少于此前 ${before}中的任何一个（最少 ${low} 通，低于中位数 ${percent}）。`,
	weeks: (count) => `${count} 周`,
	months: (count) => `${count} 个月`,
	measureFinding: (when, name, value, median) =>
		`${when}：${name} ${value}${median ? `，此前的中位数为 ${median}` : ''}。`,
	noValue: '暂无数据。',
	calls: '来电量',
	measure: '等候与服务',
	by: '按',
	grains: { week: '周', month: '月' },
	span: '回看',
	show: '显示',
	measures: {
		level: '服务水平',
		abandonment: '放弃率',
		p50: '等候中位数',
		p90: '等候 90 分位数',
		asa: '平均应答速度',
		aht: '平均处理时长',
		again: '再次来电'
	},
	meaning: {
		level: '',
		abandonment: '放弃 ÷（接听 + 放弃）。',
		p50: '一半已接听和已放弃的来电等候不超过此时间。',
		p90: '九成已接听和已放弃的来电等候不超过此时间。',
		asa: '已接听来电的平均等候时间。',
		aht: '（通话 + 保持 + 话后处理）÷ 带有这些时长的已接听来电。',
		again: '此前 24 小时内呼叫过的号码的来电，占全部来电的比例。'
	},
	interval: '时间',
	offered: '来电量',
	running: '不完整',
	target: '目标',
	read: '逐周或逐月读取数值',
	caption: '按周或按月的数据'
};
