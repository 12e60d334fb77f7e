/** Mails to people of the house. */
export const en = {
	invitation: (inviter: string, address: string, days: number) => ({
		subject: 'You are invited to Offpeak',
		text: `${inviter} has invited you to Offpeak, where the load and waits of your phone lines are shown.

Set a password under this link to sign in. It works once, for ${days} days:
${address}
`
	}),
	lostPassword: (address: string, hours: number) => ({
		subject: 'Set a new password for Offpeak',
		text: `Somebody, most likely you, wants to set a new password for your account.

This link works once, for ${hours === 1 ? 'an hour' : `${hours} hours`}:
${address}

If it was not you, do nothing: your password stays as it is.
`
	})
};

export type MailTexts = typeof en;
