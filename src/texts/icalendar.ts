/**
 * Calendar files (RFC 5545), for calendars of people: an appointment each, with an alarm. Instants are written in UTC,
 * which every calendar shows in its owner's zone; so no rules of zones have to be sent along.
 */

export interface CalendarEntry {
	/** The same for the same entry: a calendar that has it takes the newer one in its place. */
	uid: string;
	/** When this text was made. */
	stampAt: number;
	startAt: number;
	endAt: number;
	summary: string;
	/** Lines of plain text. */
	description: string[];
	/** What a tap opens: `tel:…` or a page. */
	url: string | null;
	/** The alarm rings so many minutes before; null: none. */
	alarmMinutes: number | null;
}

/** The text of a calendar file with these entries: lines of at most 75 octets, ended by CRLF. */
export function icalendar(entries: CalendarEntry[]): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Offpeak//Offpeak//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		...entries.flatMap(entryLines),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry): string[] {
	return [
		'BEGIN:VEVENT',
		`UID:${escaped(entry.uid)}`,
		`DTSTAMP:${utc(entry.stampAt)}`,
		`DTSTART:${utc(entry.startAt)}`,
		`DTEND:${utc(entry.endAt)}`,
		`SUMMARY:${escaped(entry.summary)}`,
		`DESCRIPTION:${escaped(entry.description.join('\n'))}`,
		...(entry.url === null ? [] : [`URL:${entry.url.replace(/\s/g, '')}`]),
		// To call somebody is no reason to be shown as busy.
		'TRANSP:TRANSPARENT',
		...(entry.alarmMinutes === null ? [] : alarmLines(entry, entry.alarmMinutes)),
		'END:VEVENT'
	];
}

function alarmLines({ summary }: CalendarEntry, minutes: number): string[] {
	return [
		'BEGIN:VALARM',
		'ACTION:DISPLAY',
		`DESCRIPTION:${escaped(summary)}`,
		`TRIGGER:-PT${minutes}M`,
		'END:VALARM'
	];
}

/** `20261124T060000Z` */
function utc(at: number): string {
	return new Date(at)
		.toISOString()
		.replace(/\.\d+Z$/, 'Z')
		.replace(/[-:]/g, '');
}

/** Text as RFC 5545 3.3.11 has it. */
function escaped(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\n/g, '\\n')
		.replace(/\p{Cc}/gu, ' ');
}

/** A line broken after at most 75 octets, never inside a character (RFC 5545 3.1). */
function folded(line: string): string {
	let text = '';
	let octets = 0;
	for (const character of line) {
		const more = encoder.encode(character).length;
		if (octets + more > 75) {
			text += '\r\n ';
			octets = 1;
		}
		text += character;
		octets += more;
	}
	return text;
}

const encoder = new TextEncoder();
