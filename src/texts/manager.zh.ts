import type { ServiceLevelFormula } from '#model/queue.ts';
import type { LikeDays, ManagerTexts } from './manager.en.ts';

const formula = (name: string, threshold: number, short: number): Record<ServiceLevelFormula, string> => ({
	answered_only: `${name}：${threshold} 秒内接听 ÷ 接听`,
	credited: `${name}：（${threshold} 秒内接听 + ${threshold} 秒内放弃）÷（接听 + 放弃）`,
	strict: `${name}：${threshold} 秒内接听 ÷（接听 + 放弃）`,
	late_abandons: `${name}：${threshold} 秒内接听 ÷（接听 + 放弃，不计 ${threshold} 秒内放弃的）`,
	short_removed: `${name}：${threshold} 秒内接听 ÷（接听 + 放弃，不计 ${short} 秒内放弃的）`,
	short_credited: `${name}：（${threshold} 秒内接听 + ${short} 秒内放弃）÷（接听 + 放弃）`
});

function lastDays({ kind, weekday, days }: LikeDays): string {
	if (kind === 'holiday') return `过去 ${days} 个节假日`;
	if (kind === 'make_up_workday') return `过去 ${days} 个按${weekday}上班的日子`;
	return `过去 ${days} 个${weekday}`;
}

export const managerZh = {
	product: 'Offpeak',
	titleOf: (page) => `${page} · Offpeak`,
	skip: '跳到正文',
	nav: {
		label: '主导航',
		publicPages: '来电者页面',
		signedIn: (email) => `已登录：${email}`,
		account: '我的账号',
		signOut: '退出登录',
		language: '语言',
		house: '管理',
		loading: '正在载入……'
	},
	share: {
		label: '分享当前视图',
		link: '当前视图的链接',
		copy: '复制链接',
		copied: '已复制，有查看权限的人可以打开。',
		failed: '浏览器不允许复制，请直接复制该链接的地址。'
	},
	sections: {
		ofQueue: '本队列',
		queues: '全部队列',
		import: '导入',
		rejects: '未读入',
		alerts: '告警',
		allAlerts: '全部告警',
		health: '数据状况',
		people: '人员',
		keys: '密钥',
		changes: '变更日志',
		privacy: '隐私',
		load: '来电量',
		waits: '等候',
		topics: '来电原因',
		trend: '趋势',
		calls: '来电明细',
		compare: '对比',
		specialDays: '特殊日',
		annotations: '标注',
		forecast: '预测',
		staffing: '排班',
		callers: '来电者看到的',
		embed: '嵌入',
		settings: '设置'
	},
	error: {
		title: '出错了',
		notFoundTitle: '找不到页面',
		notFound: '这个地址下没有内容，队列可能已经改名。',
		refusedTitle: '没有权限',
		refused: '当前账号不能查看这个页面。',
		other: '页面暂时无法生成，请稍后再试；详情见服务器日志。',
		back: '返回全部队列',
		home: '返回首页',
		status: (status) => `状态码 ${status}`
	},
	overview: {
		none: '目前没有您可以查看的队列。',
		title: '今日队列',
		soFar: (time, zone) => `通来电，截至 ${time}（${zone}）`,
		like: (low, high, median) => `同类日子：${low} 至 ${high}，中位数 ${median}`,
		noLike: '可比的日子还太少'
	},
	empty: {
		title: '发送第一通来电',
		lead: '还没有收到任何来电。在终端里运行下面这行命令，队列会自动建好并立即显示在这里。',
		curl: '发送一通来电的命令',
		then: '运行之后刷新本页。',
		reload: '刷新',
		keyNote: '这行命令里带有密钥，请勿外传；电话系统应使用各自的密钥。'
	},
	today: {
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
	},
	peaks: {
		title: '什么时候忙',
		busiest: '最忙',
		quietest: '最清闲',
		basis: '只看普通工作日；节假日、调休上班日和月末不计在内。',
		even: '工作日各时段相差不大。',
		window: (days, hours, load) => `${days} ${hours}，每小时约 ${load} 通`,
		waits: (half, most) => `一半来电等待不超过 ${half}，九成不超过 ${most}`,
		waitsNone: (most) => `一半来电无需等待，九成等待不超过 ${most}`,
		waitsHardly: '九成来电无需等待',
		gaveUp: (rate) => `${rate} 的来电放弃等待`,
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
			p50: '等待中位数',
			p90: '等待 90 分位数',
			abandonment: '放弃率',
			serviceLevel: '服务水平',
			agents: '所需坐席'
		},
		meaning: {
			load: '该小时进入队列的来电的平均数。',
			p50: '一半来电（接听或放弃）的等待不超过此值。',
			p90: '九成来电（接听或放弃）的等待不超过此值。',
			abandonment: '放弃 ÷（接听 + 放弃）。',
			serviceLevel: '颜色越深，水平越低。',
			agents: '按平均来电量达到目标所需的坐席数（Erlang 公式，取这几周的平均处理时长）。'
		},
		highest: {
			load: (when, value) => `来电最多的是${when}：每小时 ${value} 通。`,
			p50: (when, value) => `等待中位数最长的是${when}：${value}。`,
			p90: (when, value) => `九成来电的等待上限最长的是${when}：${value}。`,
			abandonment: (when, value) => `放弃最多的是${when}：${value}。`,
			serviceLevel: (when, value) => `服务水平最低的是${when}：${value}。`,
			agents: (when, value) => `需要坐席最多的是${when}：${value}。`
		},
		noAgents: '来电记录带有处理时长之后，才能算出所需坐席。',
		noValue: '这几周没有可显示的数据。',
		allZero: '所有时段都是 0。',
		onlyThin: '各时段都还不足 3 天。',
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
			median: '等待中位数',
			p90: '90 分位数',
			abandonment: '放弃率',
			open: (name) => `${name}：查看各天`,
			hours: '点日期看当天各小时，点小时看其中的来电。',
			close: '收起'
		},
		callsAnHour: (value) => `每小时 ${value} 通`,
		thin: '不足 3 天，可能只是偶然',
		none: '没有数据',
		caption: (measure) => `各星期与时段的${measure}，以及背后的天数`
	},
	range: {
		title: '来电与等待',
		form: '选择时间范围',
		from: '第一天',
		to: '最后一天',
		grain: '粒度',
		grains: { quarter: '15 分钟', hour: '小时', day: '日', week: '周', month: '月' },
		show: '显示',
		quick: '常用范围',
		quickNames: {
			today: '今天',
			week: '7 天',
			month: '28 天',
			thisMonth: '本月',
			lastMonth: '上月',
			year: '12 个月'
		},
		finding: (count, range, when, most) => `${range}，共 ${count} 通来电；最多的是 ${when}，${most} 通。`,
		findingDay: (count, day, when, most) => `${day}，共 ${count} 通来电；最多的是 ${when}，${most} 通。`,
		none: (range) => `${range} 没有来电。`,
		noneOn: (day) => `${day} 没有来电。`,
		days: (from, to) => `${from} 至 ${to}`,
		coarser: (grain) => `时间范围较长，改为按${grain}显示。`,
		weekOf: (day) => `${day}起的一周`,
		interval: '时间',
		offered: '来电',
		answered: '接听',
		abandoned: '放弃',
		flowedOut: '转出',
		other: '其他或等待中',
		closed: '非服务时间',
		read: '逐条读取数值',
		caption: '各时段的来电及其结果',
		figures: '所选范围的关键指标'
	},
	figures: {
		offered: ['来电', '该时段进入队列的全部来电'],
		answered: ['接听', '由人工接听'],
		abandonment: ['放弃率', '放弃 ÷（接听 + 放弃）'],
		flowedOut: ['转出', '溢出、超时、回拨或转语音信箱'],
		serviceLevel: ['服务水平', ''],
		asa: ['平均应答速度', '已接来电的平均等待'],
		p50: ['等待中位数', '一半来电（接听或放弃）的等待不超过此值'],
		p90: ['等待 90 分位数', '九成来电（接听或放弃）的等待不超过此值'],
		longest: ['最长等待', '已接来电'],
		longestAbandoned: ['放弃前最长等待', '放弃的来电'],
		aht: ['平均处理时长', '（通话 + 保持 + 话后）÷ 带有这些数据的已接来电']
	},
	waiting: '正在等待',
	target: (target) => `目标 ${target}`,
	formulas: {
		answered_only: '只计接听',
		credited: '计入快速放弃',
		strict: '严格',
		late_abandons: '不计阈值内放弃',
		short_removed: '剔除短时放弃',
		short_credited: '计入短时放弃'
	},
	formula: (name, of, threshold, short) => formula(name, threshold, short)[of],
	showTable: '以表格显示',
	readHint: '指向图表，或用方向键移动，即可读取数值。'
} satisfies ManagerTexts;
