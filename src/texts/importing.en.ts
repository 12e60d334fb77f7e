import type { Outcome } from '#model/call.ts';
import { callCount } from './callCount.en.ts';

const ofQueues = (names: string[], more: boolean) => {
	const [only] = names;
	return names.length === 1 && only !== undefined
		? ` of ${only}`
		: ` of ${names.length}${more ? ' or more' : ''} queues`;
};
const span = (from: string, to: string) => (from === to ? ` on ${from}` : ` from ${from} to ${to}`);
const notRead = (count: string) => (count === '1' ? '1 row cannot be read' : `${count} rows cannot be read`);

/** The fields of a call that a column can be; `csvOptions.ts` has the list. */
const columns = {
	id: 'Number of the call',
	queue: 'Queue',
	date: 'Date (where it stands alone)',
	enqueued_at: 'Begins to wait',
	answered_at: 'Answered at',
	ended_at: 'Ended at',
	wait_seconds: 'Waiting time',
	talk_seconds: 'Talk time',
	hold_seconds: 'Hold time',
	wrap_seconds: 'After-call work',
	total_seconds: 'Whole duration',
	outcome: 'Outcome',
	agent: 'Agent',
	caller: 'Caller’s number',
	topic: 'Topic',
	channel: 'Channel',
	priority: 'Priority'
};

/** The page on which managers import a file. */
export const importingEn = {
	title: 'Import',
	lead: 'Drop a file as your phone system or spreadsheet writes it. You see what becomes of it before anything is stored.',
	file: {
		title: 'File',
		choose: 'Choose a file',
		drop: 'or drop it here',
		another: 'Another file',
		taken: 'Tables (CSV), queue_log, and what phone systems export; gzip too. Any size.',
		look: 'Look at it',
		again: 'The same file again',
		againWhy:
			'Without scripts a browser does not keep a file of this size: choose it once more to check or import it.',
		whole: (size: string) => `${size}, all of it was looked at.`,
		part: (size: string) => `${size}, of which the beginning was looked at.`,
		looking: 'Looking at it …'
	},
	how: {
		title: 'How it is read',
		format: 'Format',
		auto: 'as it looks',
		zone: 'Time zone of its times',
		queue: 'Queue of calls that name none',
		source: 'Name of the phone system',
		sourceHint: 'Only where numbers of calls are the same in two systems.',
		fields: 'Order of the fields',
		fieldsHint: 'As 3CX has them in its settings, with commas between.',
		encoding: 'Encoding',
		delimiter: 'Between cells',
		header: 'Header row',
		noHeader: 'none',
		line: (line: string) => `line ${line}`,
		columns: 'Which column is what',
		columnsHint: 'Only when callers began to wait is needed; times of day alone need the date too.',
		noColumn: 'none',
		otherColumns: 'More columns',
		dates: 'Dates',
		dateOrders: { dmy: 'day first, 31/12/2026', mdy: 'month first, 12/31/2026', ymd: 'year first, 26/12/31' },
		datesAuto: 'as they look',
		question: (date: string) => `Which day is ${date}?`,
		durations: 'Plain numbers of a duration are',
		durationShapes: {
			seconds: 'seconds (1:30 is a minute and a half)',
			milliseconds: 'milliseconds',
			minutes: 'minutes',
			hours_minutes: 'minutes (1:30 is an hour and a half)',
			days: 'days, as spreadsheets count'
		},
		words: 'What these words mean',
		wordUnknown: 'not known yet',
		group: 'Rows with the same number are one call',
		only: 'Only rows where',
		onlyIs: 'is',
		onlyAny: 'all rows',
		more: 'More settings',
		again: 'Read it like this',
		known: 'Read as the last table of the same columns was.'
	},
	delimiters: { comma: 'comma', semicolon: 'semicolon', tab: 'tab', pipe: 'vertical bar' },
	encodings: {
		'utf-8': 'UTF-8',
		'utf-16le': 'UTF-16',
		'utf-16be': 'UTF-16, big-endian',
		gb18030: 'Chinese (GB 18030, GBK)',
		'windows-1252': 'Western (Windows-1252, Latin-1)'
	},
	formats: {
		csv: 'Table (CSV)',
		ndjson: 'Offpeak: lines of JSON',
		json: 'Offpeak: JSON',
		cloudevents: 'CloudEvents',
		'asterisk-queue-log': 'Asterisk queue_log',
		'asterisk-queue-log-csv': 'Asterisk queue_log, table',
		'3cx': '3CX call data records',
		'amazon-connect': 'Amazon Connect',
		'freeswitch-callcenter': 'FreeSWITCH, FusionPBX',
		'genesys-cloud': 'Genesys Cloud',
		'twilio-taskrouter': 'Twilio TaskRouter',
		vcon: 'vCon',
		'zendesk-talk': 'Zendesk Talk'
	},
	fieldNames: columns,
	meanings: {
		answered: 'answered',
		abandoned: 'abandoned',
		overflowed: 'overflowed',
		timed_out: 'timed out',
		callback: 'called back',
		voicemail: 'voicemail',
		rejected: 'rejected',
		lost: 'lost',
		unsaid: 'says nothing of that',
		skip: 'no call: leave out'
	},
	outcomes: {
		waiting: 'waiting',
		answered: 'answered',
		abandoned: 'abandoned',
		overflowed: 'overflowed',
		timed_out: 'timed out',
		callback: 'callback',
		voicemail: 'voicemail',
		rejected: 'rejected',
		lost: 'lost'
	} satisfies Record<Outcome, string>,
	preview: {
		title: 'First rows',
		caption: 'The first rows, as they will be read',
		/** In the whole file, or in its beginning. */
		found: (
			isWhole: boolean,
			count: string,
			queues: string[],
			from: string,
			to: string,
			bad: string | null
		) =>
			`${isWhole ? '' : 'The beginning holds '}${callCount(count)}${ofQueues(queues, false)}${span(from, to)}; ${bad === null ? 'every row can be read' : notRead(bad)}.`,
		nothing: (bad: string | null) =>
			bad === null ? 'No call is found in it.' : `No call can be read yet: ${notRead(bad)}.`,
		unreadable: 'It cannot be read like this yet.',
		chooseTime: 'Choose the column that says when callers began to wait.',
		line: 'Line',
		queue: 'Queue',
		enqueued: 'Begins to wait',
		outcome: 'Outcome',
		wait: 'Wait',
		talk: 'Talk',
		agent: 'Agent',
		ofLines: (count: string) => `${count} lines`,
		deleted: (id: string) => `takes back call ${id}`,
		rest: (count: string) => `and ${count} more like these`,
		times: (zone: string) => `Times: ${zone}.`,
		wholeText: 'The whole text',
		field: (name: string) => `column ${name}`
	},
	act: {
		title: 'Import',
		check: 'Check all of it',
		import: 'Import',
		importAll: (count: string) => `Import ${callCount(count)}`,
		note: 'What is known already is not counted twice. Rows that cannot be read cost no others, and can be mended and dropped here again.',
		sending: (percent: string) => `${percent} read`,
		storing: 'Nearly done: the last rows are being stored.',
		checking: 'Nearly done: the last rows are being checked.',
		stop: 'Stop',
		stopped:
			'Stopped. What was read until then is stored; importing the whole file again counts nothing twice.',
		stoppedCheck: 'Stopped. Nothing was stored.',
		broken: 'The connection broke off. Importing the file again counts nothing twice.',
		refused: 'Your role may look at figures, but not import.'
	},
	report: {
		title: 'Imported',
		titleCheck: 'Checked',
		done: (count: string, queues: string[], more: boolean, from: string, to: string) =>
			`${count === '0' ? 'No new calls' : `Added ${callCount(count)}`}${ofQueues(queues, more)}${span(from, to)}.`,
		would: (count: string, queues: string[], more: boolean, from: string, to: string) =>
			`${count === '0' ? 'Nothing new' : `Would add ${callCount(count)}`}${ofQueues(queues, more)}${span(from, to)}.`,
		none: 'No call could be read.',
		bad: (count: string) => ` ${notRead(count)}.`,
		badDone: (count: string) =>
			count === '1' ? ' 1 row could not be read.' : ` ${count} rows could not be read.`,
		allRead: ' Every row could be read.',
		nothingStored: 'Nothing was stored.',
		inexact:
			'It holds more calls than can be kept in mind at once: some that come again far below may count as new here.',
		figures: 'In numbers',
		received: ['Rows read', 'that are about calls'],
		created: ['New calls', ''],
		updated: ['Rows that changed a call', ''],
		unchanged: ['Rows known already', 'nothing was counted twice'],
		rejected: ['Rows not read', ''],
		reasons: 'Why rows cannot be read',
		reason: 'Reason',
		rows: 'Rows',
		rejects: 'Rows that cannot be read',
		shown: (shown: string, all: string) => `The first ${shown} of ${all}.`,
		line: (line: string) => `line ${line}`,
		mend: 'Mend them: download them as they were sent, correct them, and drop that file here. Its columns will be read as now.',
		mendCheck: 'Correct them in the file, or import it and mend what was not read afterwards.',
		asText: 'As they were sent',
		asCsv: 'With reasons (CSV)',
		notAll: (count: string) => `The downloads hold the first ${count}.`,
		allRejects: 'All that could not be read',
		another: 'Import another file',
		show: 'See the figures'
	},
	pair: (name: string, value: string) => `${name}: ${value}`,
	list: (items: string[]) => items.join(' · ')
};

export type ImportingTexts = typeof importingEn;
