import type { AlertMessages } from './alertMessages.en.ts';

export const alertMessagesZh: AlertMessages = {
	rule: {
		longestWait: (limit) => `有人等候达到 ${limit}`,
		waiting: (limit) => `等候人数达到 ${limit} 人`,
		serviceLevel: (limit, window) => `最近 ${window}的服务水平低于 ${limit}`,
		abandonment: (limit, window) => `最近 ${window}放弃的来电超过 ${limit}`,
		load: {
			above: (limit) => `一小时来电量比预期多 ${limit} 以上`,
			below: (limit) => `一小时来电量比预期少 ${limit} 以上`,
			either: (limit) => `一小时来电量偏离预期 ${limit} 以上`
		},
		noRecords: (source, limit) => `服务时间内 ${source} 连续 ${limit}没有记录`
	},
	reading: {
		unknown: '目前无法测得。',
		longestWait: (value, limit) => `最长等候 ${value}（上限 ${limit}）。`,
		waiting: (value, limit) => `${value} 人在等候（上限 ${limit} 人）。`,
		serviceLevel: (value, calls, span, limit) =>
			`${span} 共 ${calls} 通，服务水平 ${value}（下限 ${limit}）。`,
		abandonment: (value, calls, span, limit) => `${span} 共 ${calls} 通，${value} 放弃（上限 ${limit}）。`,
		load: (calls, span, expected, low, high) =>
			`${span} 来电 ${calls} 通，预期 ${expected} 通（${low} 至 ${high} 通）。`,
		noRecords: (source, value, limit) => `${source} 已有 ${value}没有记录（上限 ${limit}）。`
	},
	mail: {
		firing: (queue, reading) => `【触发】${queue}：${reading}`,
		resolved: (queue, rule) => `【解除】${queue}：${rule}`,
		test: (queue, rule) => `【试发】${queue}：${rule}`,
		rule: '规则',
		since: '开始',
		over: '解除',
		lasted: '历时',
		worst: '最严重时',
		testWords: '这是一次试发，没有发生任何问题。这条规则的消息会这样送达。',
		unknownWords: '已无法继续测得。',
		removedWords: '规则已删除。',
		see: '查看或静默'
	},
	faults: {
		bad_address: '地址无效',
		private_address: '地址指向内部网络，当前设置不允许',
		no_such_host: '找不到主机',
		unreachable: '无法连接',
		bad_certificate: '证书无效',
		timeout: '超时未响应',
		too_large: '返回内容过长',
		too_many_redirects: '对方要求跳转，不予跟随',
		no_mail_server: '没有设置邮件服务器（SMTP_URL）',
		removed: '接收方已移除'
	},
	status: (code) => `对方返回 ${code}`,
	refusedMail: (words) => `邮件服务器返回：${words}`
};
