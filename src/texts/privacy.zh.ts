import type { PrivacyTexts } from './privacy.en.ts';

export const zh = {
	title: '隐私',
	finding: (days) =>
		days === null ? '单通来电永久保存，汇总数据始终保留。' : `单通来电保存 ${days} 天，汇总数据保留。`,
	hash: '来电号码只保存带密钥的哈希，用于统计重复来电。',
	yearly: '密钥每年更换，上一年之前的密钥会被销毁。',
	lasting: '密钥保持不变；设置 OFFPEAK_CALLER_KEY_YEARLY=true 后每年更换。',
	shorter: '保存时间更短的队列',
	queue: '队列',
	days: '天数',
	erase: '删除来电者',
	eraseLead:
		'其来电仍计入各项数据，但不再属于任何人；重复来电会重新统计。请按电话系统发送的格式输入号码，空格、点、短横线和括号不影响结果。号码不会被保存。',
	number: '电话号码',
	sure: '确认删除，此操作无法撤回',
	send: '删除',
	done: (calls) => `已完成：${calls} 通来电不再属于任何人。`,
	none: '没有找到该号码的来电。',
	take: '导出',
	takeLead: '导出此处的配置：队列、人员与密钥列表，不含密码和密钥本身。变更日志另有 CSV。',
	settings: '全部设置（JSON）',
	changes: '变更日志（CSV）',
	problems: {
		number: '这不是有效的电话号码。',
		sure: '请勾选确认后再删除。'
	}
} satisfies PrivacyTexts;
