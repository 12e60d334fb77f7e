/**
 * Every reason for which a record is refused, with what it means: the one list that the API's description and its
 * readers go by. Scripts test these codes, so a code keeps its name; a new one gets its line here.
 */
export const recordCodes = {
	not_json: 'The line is not JSON.',
	not_xml: 'The record is not XML.',
	not_utf8: 'The record is not text in UTF-8.',
	not_an_object: 'The record is JSON, but no object.',
	record_too_large: 'The record is longer than a record may be.',
	open_quote: 'CSV: a quote is opened and never closed. Reading goes on with the next line.',
	wrong_number_of_cells: 'CSV: the row has more or fewer cells than the header.',
	required: 'The field is missing or null, and the record needs it.',
	empty: 'The field is an empty string. Leave it out or send null.',
	not_a_string: 'The field must be a string.',
	not_a_whole_number: 'The field must be a whole number.',
	not_a_boolean: 'The field must be true or false.',
	not_an_instant: 'The field must be an RFC 3339 instant of a day that exists.',
	ambiguous_date:
		'CSV: the date could be two days, as nothing says whether the day or the month comes first. Say it with ?dates=.',
	not_a_duration: 'The text is no duration such as 90, 1:30 or 0:01:30.',
	no_offset: 'The time has no offset from UTC, so it could be anywhere.',
	bad_character: 'The text holds a NUL or half a surrogate pair.',
	too_long: 'The text has too many characters, or the call takes longer than a call may.',
	out_of_range: 'The number is outside of its range, or the instant is before 1970.',
	in_future: 'The instant is further ahead of the server than clocks may differ.',
	too_old: 'The call is older than the records that are kept.',
	answered_before_enqueued: 'answered_at is before enqueued_at.',
	ends_before_it_starts: 'ended_at is before enqueued_at.',
	ends_before_it_is_answered: 'ended_at is before answered_at.',
	unknown_outcome: 'The outcome is none of the known ones.',
	outcome_contradicts: 'The outcome and answered_at say different things.',
	not_a_log_line: 'The line is not of the form that the log has.',
	wrong_zone:
		'The local time does not fit the zone: the call would have begun before its channel was opened.',
	queue_not_allowed: 'The key is for other queues.'
} as const;

export type RecordCode = keyof typeof recordCodes;
