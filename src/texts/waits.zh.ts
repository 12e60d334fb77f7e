import type { WaitsTexts } from './waits.en.ts';

export const waitsZh: WaitsTexts = {
	title: (queue) => `${queue}的等候情况`,
	none: (range) => `${range}，没有已结束的等候。`,
	range: (from, to) => `${from} 至 ${to}`,
	oneDay: (day) => day,
	lead: (half, most, gaveUp) => `一半来电者等候不超过 ${half}，九成不超过 ${most}；${gaveUp} 放弃等候。`,
	leadAtOnce: (most, gaveUp) => `一半来电者无需等候，九成不超过 ${most}；${gaveUp} 放弃等候。`,
	spread: {
		title: '等了多久',
		finding: (share, count, within, range) => `${range}，${count} 通来电中有 ${share} 等候不超过 ${within}。`,
		note: '只计已接听和已放弃的来电。等候越长，分组越宽。',
		wait: '等候',
		callers: '来电',
		answered: '已接听',
		abandoned: '已放弃',
		share: '占比',
		none: '无需等候',
		upTo: (to) => `${to}以内`,
		between: (from, to) => `${from}–${to}`,
		over: (from) => `超过 ${from}`,
		read: '逐组读取等候时间',
		caption: '按等候时间统计的来电'
	},
	course: {
		title: '后来怎样',
		finding: (after, answered, gone, waiting) =>
			`${after}后，${answered} 已接听，${gone} 已放弃，${waiting} 仍在等候。`,
		note: (range) => `${range}，以全部已接听和已放弃的来电为基数。`,
		after: '经过',
		answered: '已接听',
		gone: '已放弃',
		waiting: '仍在等候',
		read: '逐点读取来电去向',
		caption: '来电后不同时刻仍在等候、已接听和已放弃的比例'
	},
	patience: {
		title: '愿意等多久',
		finding: (half, low, high) =>
			`如果一直无人接听，一半来电者会在 ${half}内挂断${low && high ? `（95% 区间 ${low} 至 ${high}）` : ''}。`,
		longer: (share, until) => `超过一半的来电者比已知数据更有耐心：${until}后仍有 ${share} 愿意等候。`,
		tooFew: (count) => `只有 ${count} 人放弃等候，不足以判断来电者愿意等多久（至少需要 30 人）。`,
		of: (range) => `${range}的来电。`,
		note: 'Kaplan–Meier 估计：已接听的来电视为至少等到了那一刻。只画到仍有 10 人等候之处。转出、被拒绝和中断的来电不计在内。',
		exact: '此处所有等候时间都精确到秒，曲线没有误差。',
		within: (points) =>
			`等候按秒计数，两分钟以上按不超过 1/120 的间隔计数，曲线误差至多 ${points} 个百分点。`,
		after: '经过',
		patient: '仍愿等候',
		interval: '95% 区间',
		atRisk: '等到此时的人数',
		half: '半数放弃',
		read: '逐点读取仍愿等候的比例',
		caption: '如果一直无人接听，不同时刻仍愿等候的比例'
	},
	levels: {
		title: '服务水平',
		finding: (formula, value, threshold, comparison, low, high) =>
			`按本队列的公式（${formula}），${threshold}内的服务水平为 ${value}${comparison}；同样的来电，六种公式的结果为 ${low} 至 ${high}。`,
		above: (target) => `，达到 ${target} 的目标`,
		below: (target) => `，低于 ${target} 的目标`,
		none: '没有已接听或已放弃的来电，无法计算服务水平。',
		formula: '公式',
		meaning: '计算方法',
		users: '使用者',
		value: '服务水平',
		counts: '来电',
		inForce: '使用中',
		of: (numerator, denominator) => `${numerator} / ${denominator}`,
		caption: '六种公式下的服务水平',
		usedBy: {
			answered_only: 'Asterisk、Wazo、VICIdial',
			credited: 'Asterisk“perf2”、Cisco 正向，Amazon Connect 近似',
			strict: 'Genesys 基础、Cisco 负向',
			late_abandons: 'Cisco 忽略、XCally、CxEngage',
			short_removed: 'Talkdesk、不计短时放弃的 Genesys',
			short_credited: 'ICMI'
		},
		form: '换用其他阈值',
		threshold: '接听阈值（秒）',
		short: '短时放弃（秒）',
		target: '目标（%）',
		compare: '比较',
		save: '用于本队列',
		saved: '已保存。所有页面和接口都按此计算，过去的数据也一样。',
		notSaved: '未保存：',
		tried: (threshold, short) => `以下按 ${threshold}和 ${short}比较，不是本队列的设置。`,
		own: '返回本队列的设置',
		history: '公式和阈值对过去的全部数据立即生效：系统保存的是计数，而不是算好的结果。'
	}
};
