import type { MailTexts } from './mail.en.ts';

export const zh = {
	invitation: (inviter, address, days) => ({
		subject: '邀请您使用 Offpeak',
		text: `${inviter} 邀请您使用 Offpeak，查看电话线路的来电量与等候情况。

请打开以下链接设置密码并登录。链接只能使用一次，${days} 天内有效：
${address}
`
	}),
	lostPassword: (address, hours) => ({
		subject: '重新设置 Offpeak 密码',
		text: `有人（很可能是您本人）请求为您的账号重新设置密码。

以下链接只能使用一次，${hours} 小时内有效：
${address}

如果不是您本人操作，请忽略本邮件，密码不会改变。
`
	})
} satisfies MailTexts;
