// What a caller takes along from the log of calls: as text, and as a calendar. Only computes; loaded when it is needed.

/**
 * A call as the browser keeps it; instants are ms since 1970.
 * @typedef {{ id: string, queue: string, line: string, phone: string, at: number, who: string, ref: string, agreed: string, remindAt: number | null }} MyCall
 */

/**
 * The log to read, newest call first.
 * @param {MyCall[]} calls
 * @param {Record<string, string>} texts
 * @param {(at: number) => string} say how an instant is written
 */
export function asText(calls, texts, say) {
	const entries = calls.map((call) => {
		const head = `${say(call.at)}  ${call.line}`;
		const rows = [
			[texts.phone, call.phone],
			[texts.who, call.who],
			[texts.ref, call.ref],
			[texts.agreed, call.agreed],
			[texts.remind, call.remindAt === null ? '' : say(call.remindAt)]
		];
		return [head, ...rows.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`)].join(
			'\n'
		);
	});
	return `${[texts.title, ...entries].join('\n\n')}\n`;
}

/**
 * The same as a calendar (RFC 5545): each call where it was, and its follow-up with an alarm.
 * @param {MyCall[]} calls
 * @param {Record<string, string>} texts
 * @param {number} now
 */
export function asCalendar(calls, texts, now) {
	const events = calls.flatMap((call) => {
		const notes = [call.phone, call.who, call.ref, call.agreed].filter(Boolean).join('\n');
		const made = [event(`${call.id}-call`, call.at, 10, named(texts.callTo, call.line), notes, now, false)];
		if (call.remindAt !== null)
			made.push(
				event(`${call.id}-follow-up`, call.remindAt, 15, named(texts.followUp, call.line), notes, now, true)
			);
		return made.flat();
	});
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Offpeak//My calls//EN',
		...events,
		'END:VCALENDAR'
	];
	return `${lines.map(folded).join('\r\n')}\r\n`;
}

/**
 * @param {string} id
 * @param {number} at
 * @param {number} minutes
 * @param {string} summary
 * @param {string} notes
 * @param {number} now
 * @param {boolean} alarm
 */
function event(id, at, minutes, summary, notes, now, alarm) {
	const reminder = [
		'BEGIN:VALARM',
		'ACTION:DISPLAY',
		`DESCRIPTION:${escaped(summary)}`,
		'TRIGGER:PT0S',
		'END:VALARM'
	];
	return [
		'BEGIN:VEVENT',
		`UID:${id}@offpeak`,
		`DTSTAMP:${utc(now)}`,
		`DTSTART:${utc(at)}`,
		`DTEND:${utc(at + minutes * 60_000)}`,
		`SUMMARY:${escaped(summary)}`,
		...(notes ? [`DESCRIPTION:${escaped(notes)}`] : []),
		...(alarm ? reminder : []),
		'END:VEVENT'
	];
}

/**
 * @param {string | undefined} pattern
 * @param {string} line
 */
function named(pattern, line) {
	return (pattern ?? '{line}').replace('{line}', () => line);
}

/** @param {number} at `20261123T021200Z` */
function utc(at) {
	return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** @param {string} text */
function escaped(text) {
	return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/**
 * No line is longer than 75 octets; it goes on after a line break and a space.
 * @param {string} line
 */
function folded(line) {
	const parts = [''];
	let octets = 0;
	for (const letter of line) {
		const size = new TextEncoder().encode(letter).length;
		if (octets + size > 75) {
			parts.push(' ');
			octets = 1;
		}
		parts[parts.length - 1] += letter;
		octets += size;
	}
	return parts.join('\r\n');
}
