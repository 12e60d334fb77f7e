import type { ForecastTexts } from './forecast.en.ts';

export const forecastZh: ForecastTexts = {
	title: (queue) => `${queue}的来电预测`,
	none: '暂无预测：需要至少三天有来电的记录，并且最近四周内有来电。',
	tomorrow: (count, low, high, peak) =>
		`明天约 ${count} 通来电（${low}–${high}）${peak ? `，${peak} 最多` : ''}`,
	tomorrowNone: '明天几乎没有来电',
	unusual: (day, percent, above, weekday, why) =>
		`${day}比通常的${weekday}${above ? '多' : '少'} ${percent}${why ? `（${why}）` : ''}`,
	sentence: (parts) => `${parts.join('；')}。`,
	days: {
		title: '未来几天',
		span: '查看',
		spanName: (days) => `${days} 天`,
		finding: (total, from, to, day, count) =>
			`${from}至${to}约 ${total} 通来电；${day}最多，约 ${count} 通。`,
		note: '今天的数字包括已有的来电和预计还会有的来电。选择一天可查看各小时。',
		caption: '每天的预计来电量',
		day: '日期',
		why: '原因',
		read: '查看一天'
	},
	hours: {
		title: (day) => `${day}各小时`,
		finding: (count, low, high, peak) =>
			`约 ${count} 通来电（${low}–${high}）${peak ? `，${peak} 最多` : ''}。`,
		findingToday: (soFar, until, rest, low, high) =>
			`截至 ${until} 已有 ${soFar} 通来电，预计还有约 ${rest} 通，全天 ${low}–${high} 通。`,
		findingNone: '预计几乎没有来电。',
		caption: (day) => `${day}各小时的预计来电量`,
		hour: '小时',
		wait: '等候中位数',
		agents: '所需坐席',
		why: '原因',
		share: (percent) => `占全天 ${percent}`,
		read: '查看一个小时',
		waitNote:
			'等候中位数：一半的来电者等候不超过这么久，取自最近 13 周的同类时段，并按来电量调整；有排班时按 Erlang 公式计算。所需坐席：达到目标的最少人数。',
		explained: (day, why) => `${day}。为什么是这么多：${why}`
	},
	bands: {
		expected: '预计',
		interval50: '一半的情况下',
		interval80: '五次中有四次',
		interval95: '二十次中有十九次',
		came: '实际',
		running: '这一小时尚未结束',
		runningDay: '当天尚未结束',
		soFar: '截至目前'
	},
	reasons: {
		change: (name, percent) => `${name} ${percent}`,
		level: (count) => `近几周平均每天 ${count} 通`,
		restDay: '如同休息日',
		monthStart: '月初',
		monthMiddle: '月中',
		monthEnd: '月末',
		year: '季节',
		classes: {
			holiday: '节假日',
			eve: '节日前夜',
			before_holiday: '节前',
			after_holiday: '节后',
			between_holidays: '节日之间',
			bridge: '搭桥日',
			month_end: '月末',
			first_business_day: '当月首个工作日',
			second_business_day: '当月第二个工作日',
			last_business_day: '当月最后一个工作日'
		},
		together: (course, day) => `${course}及${day}`,
		join: (parts) => parts.join('，'),
		method: (method) => `采用“${method}”，近来更接近实际`
	},
	methods: {
		offpeak: 'Offpeak',
		seasonal_naive: '上一个同类星期几',
		mean_4: '最近 4 次的平均',
		median_8: '最近 8 次的中位数'
	},
	accuracy: {
		title: '预测有多准',
		none: '自首次预测以来的天数太少，还不能说明预测有多准。',
		nearer: (percent, naive, method) =>
			`提前一天的预测，每小时来电量平均偏差 ${percent}；最好的简单方法（${method}）为 ${naive}。`,
		held: (share) => `${share} 的小时落在 80% 范围之内。`,
		daily: (percent) => `按整天计，偏差 ${percent}。`,
		naiveWins: (ahead, method) => `${ahead}的预测采用“${method}”，近来它更接近实际。`,
		ownUsed: '各天的预测都采用 Offpeak 自己的方法：没有哪种简单方法明显更准。',
		replayed: (count, of) =>
			`对比的 ${of} 天中有 ${count} 天在启用之前，其预测是补算的，每次只用当天已知的数据。`,
		meaning:
			'偏差：各小时误差之和 ÷ 来电总量。来电少的小时谁也说不准：每小时 25 通时，仅偶然因素就有 16% 的偏差。',
		caption: (weeks) => `最近 ${weeks} 周预测的偏差`,
		ahead: '预测时间',
		aheadNames: { 1: '提前 1 天', 3: '提前 3 天', 7: '提前 1 周', 14: '提前 2 周', 28: '提前 4 周' },
		daysAhead: (days) => `提前 ${days} 天`,
		held80: '落在 80% 范围内',
		day: 'Offpeak，按整天',
		seen: '天数'
	},
	madeAt: (time) => `预测时间：${time}。`,
	today: {
		forecast: '当天剩余时段的预测'
	}
};
