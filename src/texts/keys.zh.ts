import type { KeysTexts } from './keys.en.ts';

export const zh = {
	title: '密钥',
	finding: (open, unused, settingsKey) =>
		open === 0
			? settingsKey
				? '只有设置中的密钥（OFFPEAK_API_KEY）有效。'
				: '没有有效的密钥：任何系统都无法发送或读取。'
			: `有 ${open} 个有效密钥${unused === 0 ? '。' : `，其中 ${unused} 个从未使用。`}`,
	explain:
		'系统通过密钥发送和读取数据：Authorization: Bearer offpeak_…。密钥只在创建时显示一次，服务器仅保存其哈希。撤销之后立即失效，已打开的实时数据流会在 15 秒内断开。',
	settingsKey: '设置中的 OFFPEAK_API_KEY 也是一个密钥，拥有全部权限，不在此列表中。',
	make: '创建密钥',
	name: '名称',
	nameHint: '由什么系统使用，例如“北京电话系统”。',
	scopes: '权限',
	scopeNames: { ingest: 'ingest：发送来电', read: 'read：读取数据', admin: 'admin：修改设置' },
	queues: '队列',
	all: '全部队列',
	named: '仅限以下队列：',
	ends: '有效期',
	lives: { '30': '30 天', '90': '90 天', '365': '一年', never: '直到撤销' },
	create: '创建密钥',
	list: '全部密钥',
	none: '暂无。',
	shown: (name) => `密钥“${name}”`,
	once: '请立即复制，之后不再显示。',
	follows: (when) => `原密钥在 ${when} 之前仍然有效，以便切换。`,
	made: (when, by) => `${by ? `由 ${by} ` : ''}创建于 ${when}`,
	used: (when) => `上次使用：${when}`,
	unused: '从未使用',
	endsAt: (when) => `${when} 到期`,
	endless: '不会自动到期',
	revoked: (when) => `已于 ${when} 撤销`,
	ended: (when) => `已于 ${when} 到期`,
	followed: '已由新密钥接替',
	rotate: '轮换',
	rotateLead: '创建一个权限相同的新密钥。两者同时有效的时间：',
	overlaps: { '0': '不重叠，原密钥立即失效', '1': '1 小时', '24': '24 小时', '168': '7 天' },
	revoke: '撤销',
	of: (what, name) => `${what}：${name}`,
	done: { revoked: '已撤销，密钥不再有效。' },
	problems: {
		name: '请填写密钥名称。',
		scopes: '请至少选择一项权限。',
		queues: '请至少选择一个队列，或选择全部。',
		life: '请选择有效期。',
		over: '此密钥已经失效。'
	}
} satisfies KeysTexts;
