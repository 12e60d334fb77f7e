import type { PeopleTexts } from './people.en.ts';

export const zh = {
	title: '人员',
	finding: (people, admins, open) =>
		`共 ${people} 人，其中 ${admins} 人是全部队列的管理员。${open === 0 ? '' : `有 ${open} 人尚未登录。`}`,
	explain:
		'查看者只能查看；主管还可以修改设置、日历与排班，并导入来电；全部队列的管理员还负责人员、密钥、隐私与变更日志。只负责部分队列的人只能看到这些队列。',
	roles: { admin: '管理员', manager: '主管', viewer: '查看者' },
	role: '角色',
	queues: '队列',
	all: '全部队列',
	named: '仅限以下队列：',
	email: '电子邮箱',
	list: '谁可以访问',
	you: '您',
	signedIn: (when) => `上次登录：${when}`,
	notYet: '尚未登录',
	sessions: (count) => `${count} 个会话`,
	passkeys: (count) => `${count} 个通行密钥`,
	change: '修改',
	changeOf: (email) => `修改 ${email}`,
	save: '保存',
	invite: '邀请新成员',
	inviteLead: '对方通过链接设置密码；链接只能使用一次，7 天内有效。',
	inviteMail: '链接会通过邮件发送。',
	inviteHand: '链接会显示给您，由您转交。',
	send: '邀请',
	linkTitle: (email) => `${email} 的链接`,
	linkHand: '请只转交给本人。链接仅显示这一次，也只能使用一次。',
	mailed: '链接也已通过邮件发送。',
	notMailed: '邮件服务器未接收邮件，请自行转交链接。',
	link: '生成重设密码的链接',
	linkMade: '用于设置新密码的链接，24 小时内有效；之前的链接不再有效。',
	end: '结束全部会话',
	remove: '移除',
	removeSure: (email) => `确认立即取消 ${email} 的访问权限`,
	done: {
		invited: '已邀请。',
		changed: '已修改，立即生效。',
		removed: '已移除，其会话均已结束。',
		ended: '其全部会话已结束。',
		link: '链接已生成。'
	},
	problems: {
		email: '这不是有效的邮箱地址。',
		known: '该邮箱已在名单中。',
		role: '请选择角色。',
		queues: '请至少选择一个队列，或选择全部。',
		unknown: '此人已不在名单中。',
		lastAdmin: '必须保留至少一位可以登录的全部队列管理员。',
		self: '不能移除自己，请联系另一位管理员。',
		sure: '请勾选确认后再移除。'
	}
} satisfies PeopleTexts;
