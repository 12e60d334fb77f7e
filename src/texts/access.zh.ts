import type { AccessTexts } from './access.en.ts';

export const zh = {
	product: 'Offpeak',
	signIn: '登录',
	email: '电子邮箱',
	password: '密码',
	wrong: '邮箱与密码不匹配。',
	tooMany: '尝试次数过多，请一分钟后再试。',
	setUp: '创建第一位管理员',
	setUpLead: '持有此一次性链接的人将成为本系统的管理员。',
	passwordRule: '至少 10 个字符。',
	passwordShort: '密码至少需要 10 个字符。',
	emailWrong: '这不是有效的邮箱地址。',
	create: '创建管理员',
	linkOver: '此链接已失效：管理员已存在，或链接不完整。',
	toPublic: '返回公开页面'
} satisfies AccessTexts;
