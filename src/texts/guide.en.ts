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
	no_channels: 'In the app, under Help, you can write to us at any time.',
	unsolved: [
		'Ask for a supervisor, with your case number at hand.',
		'Write: send the case number, what happened and what you expect through Help in the app. Keep a copy.',
		'Use the complaint form or our official social account.',
		'If it is still unsolved after 15 days, turn to an authority or a consumer association.'
	].join('\n'),
	authorities_CN: [
		'People’s Bank of China, consumer rights hotline: 12363',
		'Consumer complaints, market regulation: 12315',
		'Fraud: police 110; anti-fraud line 96110'
	].join('\n'),
	authorities_US: [
		'Consumer Financial Protection Bureau: consumerfinance.gov/complaint, 855-411-2372',
		'Identity theft: identitytheft.gov'
	].join('\n'),
	authorities_GB: [
		'Financial Ombudsman Service: 0800 023 4567',
		'Fraud: your bank on 159, then Report Fraud'
	].join('\n'),
	authorities: 'Your country’s financial regulator or consumer association'
};

export type GuideTexts = typeof guideEn;
export type GuideName = keyof GuideTexts;
