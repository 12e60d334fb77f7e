import type { AlertsTexts } from './alerts.en.ts';

const blindLine = '无法测得：本队列的记录不是在通话进行时收到的';

export const alertsZh: AlertsTexts = {
	titleOf: (name) => `${name}的告警`,
	houseTitle: '全部告警',
	lead: {
		firing: (count, first) => `${count} 条告警正在触发：${first}`,
		calm: (rules) => `目前没有告警，${rules} 条规则正在监看本队列。`,
		none: '本队列还没有告警规则。',
		houseCalm: (rules) => `目前没有告警，${rules} 条规则正在监看您的队列。`,
		houseNone: '您的队列还没有告警规则。'
	},
	intro:
		'每条规则每 10 秒检查一次。条件连续满足到设定的持续时间才触发，恢复正常满同样长的时间才解除。' +
		'每次触发和解除时，勾选的每个接收方各收到一条消息。',
	houseIntro: '规则在各队列的“告警”页面设置。',
	holdOf: (hold) => `持续 ${hold}`,
	atOnce: '立即触发',
	quietOf: {
		never: '全天通知',
		closed: '非服务时间不通知',
		range: (from, to) => `${from}–${to} 不通知`
	},
	state: {
		clear: '监看中',
		blind: {
			longest_wait: blindLine,
			waiting: blindLine,
			service_level: '目前无法测得',
			abandonment: '目前无法测得',
			load: '无法测得：还没有同类日可比，或最近一小时没有记录',
			no_records: '目前无法测得'
		},
		pending: (time, fires) => `${time} 起满足条件，${fires} 触发`,
		firing: (time) => `${time} 起触发`,
		clearing: (time, ends) => `${time} 起恢复正常，${ends} 解除`,
		lost: (time) => `${time} 起无法测得`
	},
	fired30: (count) => (count === '0' ? '30 天内未触发' : `30 天内触发 ${count} 次`),
	silencedUntil: (when, by) => `${by} 设为静默，至 ${when}`,
	silencedForEver: (by) => `${by} 设为永久静默`,
	now: {
		title: '正在触发',
		since: (rule, fired, began) =>
			fired === began ? `${rule}。${fired} 触发。` : `${rule}。${fired} 触发，${began} 起满足条件。`,
		worst: (reading) => `最严重时：${reading}`,
		untold: '尚未通知任何人。',
		untoldQuiet: (when) => `免打扰时段，${when} 前不通知。`,
		untoldSilent: '已静默，不通知。',
		untoldNobody: '没有勾选任何接收方。'
	},
	rules: {
		title: '规则',
		count: (count) => (count === '0' ? '没有规则' : `${count} 条规则`),
		none: '还没有规则。建议先设一条“最长等候”，多数问题都会反映在等候上。',
		tells: (addresses) => `通知 ${addresses}`,
		tellsNobody: '不通知任何人',
		change: '修改',
		changeNamed: (rule) => `修改：${rule}`,
		remove: '删除',
		removeNamed: (rule) => `删除：${rule}`,
		try: '试发',
		tryNamed: (rule) => `试发：${rule}`,
		deleted: (rule) => `规则“${rule}”已删除。`,
		undo: '撤销'
	},
	silence: {
		open: '静默',
		openNamed: (rule) => `静默：${rule}`,
		howLong: '时长',
		lengths: { '1h': '1 小时', '8h': '8 小时', '24h': '24 小时', '7d': '7 天', ever: '永久' },
		until: '或直到',
		do: '静默',
		undo: '取消静默',
		undoNamed: (rule) => `取消静默：${rule}`
	},
	form: {
		addTitle: '新规则',
		editTitle: '修改规则',
		choose: '监看什么？',
		kinds: {
			longest_wait: '最长等候',
			waiting: '等候人数',
			service_level: '服务水平',
			abandonment: '放弃率',
			load: '来电量偏离预期',
			no_records: '数据源没有记录'
		},
		explain: {
			longest_wait: '此刻在等候的人中最长的等候。需要通话进行时就收到记录。',
			waiting: '此刻在等候的人数。需要通话进行时就收到记录。',
			service_level: '按本队列采用的公式，统计最近几个一刻钟和当前这一刻钟。',
			abandonment: '占已接听与已放弃来电的比例，统计最近几个一刻钟和当前这一刻钟。',
			load: '最近一个完整小时与预测相比，没有预测时与同类日相比；随机波动不算。',
			no_records: '某个发送通话记录的系统。只在队列服务时间内计时。'
		},
		limits: {
			longest_wait: '上限（分钟）',
			waiting: '上限（人）',
			service_level: '低于（%）',
			abandonment: '高于（%）',
			load: '偏离预期（%）',
			no_records: '没有记录的时长（分钟）'
		},
		window: '统计时长',
		minCalls: {
			service_level: '至少有多少通来电',
			abandonment: '至少有多少通来电',
			load: '且至少相差多少通'
		},
		direction: '方向',
		directions: { either: '偏多或偏少', above: '偏多', below: '偏少' },
		source: '数据源',
		noSource: '还没有收到任何数据源的记录。',
		hold: '持续时间（分钟）',
		holdHint: '0 表示立即触发。恢复正常满同样长的时间才解除。',
		quiet: '免打扰时段',
		quietNever: '无',
		quietClosed: '非服务时间',
		quietRange: '每天从……到……',
		quietFrom: '从',
		quietTo: '到',
		quietHint: (zone) => `按队列所在时区（${zone}）。时段结束时仍在触发的，届时通知。`,
		targets: '通知谁',
		noTargets: '还没有接收方，请在下方添加。规则照常监看并留下记录。',
		save: '保存',
		cancel: '不修改',
		other: '监看别的'
	},
	targets: {
		title: '接收方',
		none: '还没有接收方。',
		kinds: { webhook: 'Webhook', email: '电子邮件' },
		addEmail: '添加邮箱',
		addWebhook: '添加 Webhook',
		email: '邮箱地址',
		address: '地址（https）',
		lang: '语言',
		langs: { en: '英文', zh: '中文' },
		add: '添加',
		remove: '移除',
		removeNamed: (address) => `移除：${address}`,
		deleted: (address) => `已移除 ${address}。`,
		try: '试发',
		tryNamed: (address) => `试发：${address}`,
		renew: '更换密钥',
		renewNamed: (address) => `更换密钥：${address}`,
		noMail: '没有设置邮件服务器（SMTP_URL），无法发送邮件。',
		secret: (address) => `发往 ${address} 的消息用这个密钥签名：`,
		secretOnce: '密钥只显示这一次。接收方用它核对每条消息，方法见 docs/alerts.md。'
	},
	history: {
		title: '触发记录',
		none: '还没有触发过。',
		caption: '触发记录，最近的在前',
		rule: '规则',
		queue: '队列',
		fired: '触发',
		over: '解除',
		lasted: '历时',
		worst: '最严重时',
		told: '通知',
		toldCount: (sent, all) => `${sent}/${all}`,
		nobody: '未通知',
		still: '仍在触发',
		ends: { resolved: '', unknown: '无法继续测得', removed: '规则已删除' },
		older: '更早的',
		latest: '回到最近'
	},
	delivery: {
		events: { firing: '触发', resolved: '解除', test: '试发' },
		sent: (when) => `${when} 已送达`,
		waiting: (when) => `将于 ${when} 发送`,
		again: (tries, error, when) => `失败 ${tries} 次（${error}），${when} 再试`,
		gaveUp: (tries, error) => `尝试 ${tries} 次后放弃（${error}）`
	},
	tried: {
		title: '试发结果',
		sent: (address) => `${address}：已送达。`,
		failed: (address, error) => `${address}：${error}。`,
		nobody: '没有勾选任何接收方，未发送。'
	},
	done: {
		saved: '已保存，10 秒内开始检查。',
		removed: '已删除。',
		undone: '已恢复。',
		silenced: '已静默，仍会监看并留下记录。',
		unsilenced: '已取消静默。',
		added: '已添加。',
		targetRemoved: '已移除。'
	},
	problems: {
		kind: '请选择监看什么。',
		limit: '上限超出范围。',
		window_seconds: '请选择统计时长。',
		min_calls: '来电数必须是不小于 1 的整数。',
		direction: '请选择方向。',
		source: '请选择数据源。',
		hold_seconds: '持续时间最长 24 小时。',
		quiet: '免打扰时段需要两个不同的时刻。',
		targets: '勾选的接收方中有的已不存在。',
		gone: '它已不存在。',
		address: '这个地址无法发送。',
		private_address: '这个地址指向内部网络，当前设置不允许。',
		not_https: '地址须以 https:// 开头，以免数据在途中被他人读取。',
		too_many: '每个队列最多 50 条规则、20 个接收方。',
		too_often: '一分钟内试发过多，请稍后再试。',
		until: '请选择将来的时间。'
	},
	banner: {
		title: '正在触发的告警',
		see: '查看告警'
	}
};
