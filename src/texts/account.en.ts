/** What somebody sees to for themselves. */
export const en = {
	title: 'Your account',
	finding: (email: string, role: string, queues: string) => `${email}: ${role}, ${queues}.`,
	password: 'Password',
	current: 'Current password',
	wanted: 'New password',
	rule: 'At least 10 characters.',
	change: 'Change the password',
	noPassword: 'You sign in without a password. An administrator can make a link to set one.',
	passkeys: 'Passkeys',
	passkeysLead: 'Sign in with your fingerprint, face or device’s PIN in place of the password.',
	noPasskeys: 'There is none yet.',
	noScripts: 'Adding a passkey needs JavaScript and a secure address (https).',
	passkeyName: 'Name of the device',
	addPasskey: 'Add a passkey',
	passkeyFailed: 'That did not work. Try again.',
	synced: 'synced between your devices',
	bound: 'on one device only',
	added: (when: string) => `added ${when}`,
	used: (when: string) => `last used ${when}`,
	unused: 'never used',
	remove: (name: string) => `Remove ${name}`,
	sessions: 'Sessions',
	sessionsLead:
		'Where you are signed in. A session ends 14 days after signing in, or after a long time without use.',
	thisOne: 'this one',
	unnamed: 'Unknown program',
	seen: (when: string, address: string) => `last seen ${when}${address ? ` from ${address}` : ''}`,
	end: 'End',
	endOf: (what: string) => `End the session of ${what}`,
	endOthers: 'End all others',
	demand: {
		add: 'This installation requires a passkey. Add one below, then sign in with it: until then only this page opens.',
		signIn:
			'This installation requires a passkey. Sign out, and sign in again with yours: until then only this page opens.'
	},
	done: {
		password: 'The password was changed. All other sessions have ended.',
		passkey: 'The passkey was removed.',
		session: 'The session has ended.',
		sessions: 'All other sessions have ended.'
	},
	problems: {
		wrong: 'The current password is not right.',
		tooMany: 'Too many tries. Wait a quarter of an hour, then try again.',
		passwordShort: 'The password must have at least 10 characters, and at most 200.',
		passwordWeak: 'This password is among the first that are guessed. Take another one, such as a few words.',
		passkeyFirst: 'Sign in with a passkey first.',
		unknown: 'That is no longer there.'
	}
};

export type AccountTexts = typeof en;
