/** The caller's own log of calls. Placeholders in braces are filled in by the browser. */
export const myCallsEn = {
	title: 'My calls',
	lead: 'Write down whom you spoke to and what was agreed. It helps when you have to call again.',
	privacy:
		'Kept in this browser only, on this device. Nothing is sent to us or to anybody else. Whoever uses this device can read it.',
	noScript: 'The log needs JavaScript. Without it, pen and paper do the same.',
	noStorage:
		'This browser keeps nothing for this page. What you write is gone when you close it: export it first.',
	add: 'Write down a call',
	when: 'When',
	who: 'Who answered, and their number',
	ref: 'Case number',
	agreed: 'What was agreed',
	remind: 'Follow up on',
	remindHint: 'Goes into the calendar file below; this page itself cannot remind you.',
	save: 'Keep',
	cancel: 'Do not keep',
	edit: 'Change',
	remove: 'Delete',
	removeAll: 'Delete all',
	removed: 'Deleted.',
	undo: 'Undo',
	saved: 'Kept in this browser.',
	copy: 'Copy as text',
	copied: 'Copied.',
	text: 'Text file',
	calendar: 'Calendar file (.ics)',
	fileName: 'my-calls',
	empty: 'No calls written down yet.',
	required: 'Say at least who answered or what was agreed.',
	callTo: 'Call: {line}',
	followUp: 'Follow up: {line}',
	phone: 'Number'
};

export type MyCallsTexts = typeof myCallsEn;
