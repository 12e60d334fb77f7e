import type { ServiceLevelFormula } from '#model/queue.ts';
import type { ManagerTexts } from './manager.en.ts';

const formula = (name: string, threshold: number, short: number): Record<ServiceLevelFormula, string> => ({
	answered_only: `${name}：${threshold} 秒内接听 ÷ 接听`,
	credited: `${name}：（${threshold} 秒内接听 + ${threshold} 秒内放弃）÷（接听 + 放弃）`,
	strict: `${name}：${threshold} 秒内接听 ÷（接听 + 放弃）`,
	late_abandons: `${name}：${threshold} 秒内接听 ÷（接听 + 放弃，不计 ${threshold} 秒内放弃的）`,
	short_removed: `${name}：${threshold} 秒内接听 ÷（接听 + 放弃，不计 ${short} 秒内放弃的）`,
	short_credited: `${name}：（${threshold} 秒内接听 + ${short} 秒内放弃）÷（接听 + 放弃）`
});

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
	range: {
		title: '来电与等候',
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
		latest: (day) => `最近一通来电在 ${day}。`,
		showLatest: '查看当天',
		days: (from, to) => `${from} 至 ${to}`,
		since: (day) => `记录始于 ${day}，此前没有记录。`,
		coarser: (grain) => `时间范围较长，改为按${grain}显示。`,
		weekOf: (day) => `${day}起的一周`,
		interval: '时间',
		offered: '来电',
		answered: '接听',
		abandoned: '放弃',
		flowedOut: '转出',
		other: '其他或等候中',
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
		asa: ['平均应答速度', '已接来电的平均等候'],
		p50: ['等候中位数', '一半来电（接听或放弃）的等候不超过此值'],
		p90: ['等候 90 分位数', '九成来电（接听或放弃）的等候不超过此值'],
		longest: ['最长等候', '已接来电'],
		longestAbandoned: ['放弃前最长等候', '放弃的来电'],
		aht: ['平均处理时长', '（通话 + 保持 + 话后）÷ 带有这些数据的已接来电']
	},
	waiting: '正在等候',
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
