/** How long what is kept of callers, and how a caller is erased. */
export const en = {
	title: 'Privacy',
	finding: (days: string | null) =>
		days === null
			? 'Single calls are kept for ever; sums stay in any case.'
			: `Single calls are kept for ${days} days; sums stay.`,
	hash: 'Of a caller’s number only a keyed hash is stored, to count who calls again.',
	yearly: 'The key is another one each year, and those of years before the last are thrown away.',
	lasting: 'The key stays the same; OFFPEAK_CALLER_KEY_YEARLY=true makes another one each year.',
	shorter: 'Queues that keep calls for a shorter time',
	queue: 'Queue',
	days: 'Days',
	erase: 'Erase a caller',
	eraseLead:
		'Their calls stay in every figure, of nobody: how many called again is counted anew. Type the number as your phone system sends it; spaces, dots, dashes and brackets make no difference. It is not stored.',
	number: 'Phone number',
	sure: 'Yes, it cannot be taken back',
	send: 'Erase',
	done: (calls: string) =>
		calls === '1' ? 'Done: 1 call is of nobody now.' : `Done: ${calls} calls are of nobody now.`,
	none: 'No call of this number was found.',
	take: 'Take along',
	takeLead:
		'What was set up here, without passwords and keys: queues, people, keys. Changes have a CSV of their own.',
	settings: 'All settings as JSON',
	changes: 'Changes as CSV',
	problems: {
		number: 'This is not a phone number.',
		sure: 'Tick the box to erase.'
	}
};

export type PrivacyTexts = typeof en;
