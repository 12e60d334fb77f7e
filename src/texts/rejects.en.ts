import type { RecordCode } from '#model/recordCodes.ts';

const records = (count: string) => (count === '1' ? '1 record' : `${count} records`);

/** Why a record was refused, in a few words; the list is that of the API. */
const reasons: Record<RecordCode, string> = {
	not_json: 'not JSON',
	not_xml: 'not XML',
	not_utf8: 'not UTF-8 text',
	not_an_object: 'JSON, but not an object',
	record_too_large: 'too large',
	open_quote: 'a quote is never closed',
	wrong_number_of_cells: 'another number of cells than the header',
	required: 'a field is missing',
	empty: 'a field is empty',
	not_a_string: 'a field that is not text',
	not_a_whole_number: 'a field that is not a whole number',
	not_a_boolean: 'a field that is neither true nor false',
	not_an_instant: 'not a time',
	ambiguous_date: 'a date that could be two days',
	not_a_duration: 'not a duration',
	no_offset: 'a time without its offset from UTC',
	bad_character: 'a character that cannot be stored',
	too_long: 'a text or a call is too long',
	out_of_range: 'a number out of range',
	in_future: 'in the future',
	too_old: 'older than what is kept',
	answered_before_enqueued: 'answered before it was queued',
	ends_before_it_starts: 'ends before it starts',
	ends_before_it_is_answered: 'ends before it is answered',
	unknown_outcome: 'an unknown outcome',
	outcome_contradicts: 'outcome and times contradict each other',
	not_a_log_line: 'not a line of the log',
	wrong_zone: 'the time does not fit the zone',
	queue_not_allowed: 'the key is for other queues'
};

/** What came and could not be read. */
export const rejectsEn = {
	title: 'Not read',
	finding: (count: string, days: string) => `${records(count)} of the last ${days} days could not be read.`,
	most: (count: string, source: string, reason: string) => `${count} of them from ${source}: ${reason}.`,
	onlyOne: (source: string, reason: string) => `It came from ${source}: ${reason}.`,
	all: (source: string, reason: string) => `All of them from ${source}: ${reason}.`,
	allRead: (days: string) => `Everything that came in the last ${days} days could be read.`,
	nothingYet: 'Nothing has come yet.',
	storedOnly: 'Calls are stored, but nothing has come since records of arrival are kept.',
	explain: (days: string) =>
		`One bad record never costs the good ones. What was sent is kept for ${days} days, without callers’ numbers. ` +
		'Mend it where it comes from and send all of it again: what is known already is not counted twice.',
	sources: {
		title: 'Sources',
		caption: 'What has come from each source',
		source: 'Source',
		last: 'Last received',
		delay: 'Behind',
		delayMeaning: 'Behind: the time between what the newest record tells of and its arrival.',
		calls: 'Calls',
		read: 'Records read',
		refused: 'Not read',
		zone: (zone: string) => `Times: ${zone}.`
	},
	reasons: {
		title: 'Reasons',
		caption: 'Records that were not read, by source and reason',
		reason: 'Reason',
		count: 'Records',
		last: 'Last',
		show: (count: string, source: string, reason: string) => `${count} from ${source}: ${reason}`
	},
	list: {
		title: 'What was sent',
		form: 'Choose records',
		source: 'Source',
		reason: 'Reason',
		from: 'First day',
		to: 'Last day',
		any: 'all',
		show: 'Show',
		clear: 'Show all',
		none: 'No record fits this choice.',
		found: (count: string) => `${records(count)}, the latest first.`,
		line: (line: string) => `line ${line}`,
		whole: (characters: string) => `The whole text (${characters} characters)`,
		older: 'Older ones',
		latest: 'To the latest',
		pages: 'Pages of records',
		download: 'Download',
		csv: 'As a table (CSV)',
		text: 'As it was sent (text)',
		textNote:
			'The text can be mended and sent again. Callers’ numbers stay hidden, so those calls count without a caller; rows of a CSV come without their header.'
	},
	unknownSource: 'unknown',
	reason: (code: string): string => (isCode(code) ? reasons[code] : code)
};

function isCode(code: string): code is RecordCode {
	return Object.hasOwn(reasons, code);
}

export type RejectsTexts = typeof rejectsEn;
