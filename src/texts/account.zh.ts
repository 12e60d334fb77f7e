import type { AccountTexts } from './account.en.ts';

export const zh = {
	title: '我的账号',
	finding: (email, role, queues) => `${email}：${role}，${queues}。`,
	password: '密码',
	current: '当前密码',
	wanted: '新密码',
	rule: '至少 10 个字符。',
	change: '修改密码',
	noPassword: '您登录时不使用密码。管理员可以生成链接来设置密码。',
	passkeys: '通行密钥',
	passkeysLead: '用指纹、面容或设备密码登录，不必输入密码。',
	noPasskeys: '还没有通行密钥。',
	noScripts: '添加通行密钥需要 JavaScript 与安全地址（https）。',
	passkeyName: '设备名称',
	addPasskey: '添加通行密钥',
	passkeyFailed: '未能完成，请重试。',
	synced: '在您的设备间同步',
	bound: '仅限一台设备',
	added: (when) => `添加于 ${when}`,
	used: (when) => `上次使用：${when}`,
	unused: '从未使用',
	remove: (name) => `移除 ${name}`,
	sessions: '会话',
	sessionsLead: '您在这些地方登录。会话在登录 14 天后，或长时间未使用时结束。',
	thisOne: '当前会话',
	unnamed: '未知程序',
	seen: (when, address) => `最近活动：${when}${address ? `，来自 ${address}` : ''}`,
	end: '结束',
	endOf: (what) => `结束 ${what} 的会话`,
	endOthers: '结束其他全部会话',
	demand: {
		add: '本系统要求您使用通行密钥。请在下方添加，然后用它登录；在此之前只能打开本页。',
		signIn: '本系统要求您使用通行密钥。请退出后用通行密钥重新登录；在此之前只能打开本页。'
	},
	done: {
		password: '密码已修改，其他会话均已结束。',
		passkey: '通行密钥已移除。',
		session: '会话已结束。',
		sessions: '其他会话均已结束。'
	},
	problems: {
		wrong: '当前密码不正确。',
		tooMany: '尝试次数过多，请一刻钟后再试。',
		passwordShort: '密码须为 10 至 200 个字符。',
		passwordWeak: '这个密码太容易被猜到，请换一个，例如由几个词组成。',
		passkeyFirst: '请先用通行密钥登录。',
		unknown: '该项已不存在。'
	}
} satisfies AccountTexts;
