/** Signing in and the first set-up. */
export const en = {
	product: 'Offpeak',
	signIn: 'Sign in',
	email: 'E-mail',
	password: 'Password',
	wrong: 'This e-mail and password do not fit together.',
	tooMany: 'Too many tries. Wait a quarter of an hour, then try again.',
	setUp: 'Make the first administrator',
	setUpLead: 'Whoever has this one-time link becomes the administrator of this installation.',
	passwordRule: 'At least 10 characters.',
	passwordShort: 'The password must have at least 10 characters, and at most 200.',
	passwordWeak: 'This password is among the first that are guessed. Take another one, such as a few words.',
	emailWrong: 'This is not an e-mail address.',
	create: 'Create the administrator',
	linkOver: 'This link no longer works: there is an administrator already, or the address is not whole.',
	toPublic: 'To the public page',
	lost: 'Password lost?',
	lostLead: 'Type your e-mail. If it has an account, a link to set a new password is on its way to you.',
	lostSend: 'Send the link',
	lostSent: 'If this e-mail has an account, the link is on its way. It works for an hour.',
	lostAsk: 'Ask an administrator for a link: the page People makes one.',
	backToSignIn: 'Back to signing in',
	choose: 'Set your password',
	chooseLead: (email: string) => `For ${email}. It is asked for when you sign in.`,
	chooseAgain: (email: string) => `A new password for ${email}. All sessions end.`,
	save: 'Set the password and sign in',
	chooseOver: 'This link no longer works: it was used, it is too old, or the address is not whole.',
	passkey: 'Sign in with a passkey',
	passkeyFailed: 'That did not work. Try again, or sign in with your password.',
	provider: (name: string) => `Sign in through ${name}`,
	or: 'or',
	providerProblems: {
		failed: 'The identity provider did not let you in. Try again.',
		unverified: 'The identity provider does not vouch for your e-mail.',
		unknown: 'You are not among the people here yet. Ask an administrator to invite you.',
		away: 'The identity provider does not answer. Try again in a moment.'
	}
};

export type AccessTexts = typeof en;
