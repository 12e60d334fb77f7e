/**
 * The default texts of the call guide, written for a digital wallet. A manager replaces any of them by its name in
 * `public.guide`; lists are one item a line.
 */
export const guideEn = {
	fraud_warning:
		'We never ask for your password, a PIN or a code from a text message, and never for a transfer to a "safe account". If somebody does, hang up and call the number in the app.',
	number_check: 'Compare this number with the one in the app, under Help, or on the back of your card.',
	prepare: [
		'The phone number or e-mail address of your account',
		'The transaction number, the amount, the date and the time',
		'What happened, in two sentences, and what you have tried',
		'Screenshots of the payment and of any message about it',
		'A good signal, a quiet place, pen and paper'
	].join('\n'),
	explain: [
		'Say first what you need: "I need a payment of 30 June returned".',
		'Then the transaction number, the amount and the time.',
		'Then what you have already done.',
		'Ask for a case number, who deals with it, and by when. Write it down.'
	].join('\n'),
	urgent: [
		'Call at once: every minute counts, do not wait for a quiet hour.',
		'If you cannot get through, freeze the account in the app: Me → Settings → Account security → Freeze account.',
		'Block bank cards that are linked, with your bank.',
		'Change your password from a device you trust. Then report the theft to the police.'
	].join('\n'),
	/** Where an account can be frozen; empty: there is no such page, the steps say how. */
	freeze_url: '',
	no_channels: 'In the app, under Help, you can write to us at any time.',
	unsolved: [
		'Call again with your case number and ask for a supervisor.',
		'Write to us through Help in the app: the case number, what happened, what you ask for and by when. Keep a copy.',
		'Use the complaint form, or write to our verified account on social media. Never post account numbers in public.',
		'If it is still unsolved after 15 days, or you are turned away, go to one of these:'
	].join('\n')
};

export type GuideTexts = typeof guideEn;
export type GuideName = keyof GuideTexts;
