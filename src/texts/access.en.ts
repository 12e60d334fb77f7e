/** Signing in and the first set-up. */
export const en = {
	product: 'Offpeak',
	signIn: 'Sign in',
	email: 'E-mail',
	password: 'Password',
	wrong: 'This e-mail and password do not fit together.',
	tooMany: 'Too many tries. Wait a minute, then try again.',
	setUp: 'Make the first administrator',
	setUpLead: 'Whoever has this one-time link becomes the administrator of this installation.',
	passwordRule: 'At least 10 characters.',
	passwordShort: 'The password must have at least 10 characters.',
	emailWrong: 'This is not an e-mail address.',
	create: 'Create the administrator',
	linkOver: 'This link no longer works: there is an administrator already, or the address is not whole.',
	toPublic: 'To the public page'
};

export type AccessTexts = typeof en;
