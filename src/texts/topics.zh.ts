import type { TopicsTexts } from './topics.en.ts';

export const topicsZh: TopicsTexts = {
	title: (queue) => `${queue}的来电原因`,
	none: (range) => `${range}，没有来电。`,
	noTopics: (range) => `${range}，来源没有提供来电原因，无法区分。`,
	most: (topic, count, share, range) => `${range}，因“${topic}”来电最多：${count} 通，占全部的 ${share}。`,
	longest: (topic, wait) => `“${topic}”等候最久：九成不超过 ${wait}。`,
	again: (topic, share, all) =>
		`“${topic}”再次来电最多：${share} 的来电来自此前 24 小时内呼叫过的号码；全部来电为 ${all}。`,
	againAll: (share) => `${share} 的来电来自此前 24 小时内呼叫过的号码。`,
	noNumbers: '无法得知是否再次来电：来源没有提供号码。',
	section: '按来电原因',
	without: '未注明原因',
	answered: '已接听',
	abandoned: '已放弃',
	other: '其他或等候中',
	calls: (count) => `${count} 通`,
	note: '原因名称以来源为准；来电指南中已有的，用指南里的名称。',
	columns: {
		topic: '来电原因',
		offered: '来电量',
		share: '占比',
		p50: '等候中位数',
		p90: '90 分位数',
		abandonment: '放弃率',
		level: '服务水平',
		aht: '平均处理时长',
		again: '再次来电'
	},
	all: '全部',
	meaning: '再次来电：在提供了号码的来电中，同一号码此前 24 小时内呼叫过本队列的比例。号码只以加密散列保存。',
	caption: '按来电原因统计的来电与等候',
	toCalls: '查看来电明细',
	callsOf: (topic) => `“${topic}”的来电`
};
