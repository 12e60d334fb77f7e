import { isPlainText, queueLogLines, type QueueLogColumns, type QueueLogLines } from './asteriskLine.ts';
import { foldQueueLog } from './foldQueueLog.ts';
import {
	recordBytes,
	tooLong,
	type EventItem,
	type EventSource,
	type SourceOptions,
	type UnreadItem
} from './source.ts';

/**
 * Asterisk's queue_log, of 1.4 to 23 (`ast_queue_log` in main/logger.c, `apps/app_queue.c`): one event a line, nothing
 * escaped, times in whole seconds since 1970 UTC. Parameters differ by event and version (asteriskEvents.ts):
 * epoch|callid|queue|agent|EVENT|parameters…
 * 1772414130|1772414101.48|support|PJSIP/2004|CONNECT|17|1772414118.51|9
 */
export function asteriskQueueLog({ queue }: Pick<SourceOptions, 'queue'>): EventSource {
	let line = 0;
	let rest = '';
	/** The beginning of a line that is already known to be too long; the rest of it is passed over. */
	let skipped: string | null = null;
	const lines = queueLogLines(queue);

	function take(items: EventItem[], text: string, isPlain: boolean): void {
		line++;
		if (skipped !== null) {
			items.push(tooLong(line, skipped));
			skipped = null;
			return;
		}
		const found = text.length > recordBytes ? tooLong(line, text) : readLine(line, text, lines, isPlain);
		if (found !== null) items.push(found);
	}

	return {
		read(text) {
			const items: EventItem[] = [];
			const all = rest === '' ? text : rest + text;
			const isPlain = isPlainText(all);
			let from = 0;
			for (let end = all.indexOf('\n'); end !== -1; end = all.indexOf('\n', from)) {
				take(items, all.slice(from, end > from && all.charCodeAt(end - 1) === 13 ? end - 1 : end), isPlain);
				from = end + 1;
			}
			rest = all.slice(from);
			if (rest.length > recordBytes) {
				skipped ??= rest.slice(0, 1000);
				rest = '';
			}
			return items;
		},
		end() {
			const items: EventItem[] = [];
			if (rest !== '' || skipped !== null) take(items, rest.replace(/\r$/, ''), false);
			rest = '';
			return items;
		},
		fold: foldQueueLog,
		system: 'asterisk'
	};
}

/** A line in its five columns and the rest; null for one that concerns no call. */
function readLine(line: number, text: string, lines: QueueLogLines, isPlain: boolean): EventItem | null {
	const time = text.indexOf('|');
	const callid = text.indexOf('|', time + 1);
	const queue = text.indexOf('|', callid + 1);
	const agent = text.indexOf('|', queue + 1);
	if (time === -1 || callid === -1 || queue === -1 || agent === -1)
		return text.trim() === '' ? null : notALine(line, text);
	const at = secondsAt(text, time);
	if (at === null) return notALine(line, text);
	const event = text.indexOf('|', agent + 1);
	const columns: QueueLogColumns = {
		at,
		callid: text.slice(time + 1, callid),
		queue: text.slice(callid + 1, queue),
		agent: text.slice(queue + 1, agent),
		event: event === -1 ? text.slice(agent + 1) : text.slice(agent + 1, event),
		parameters: event === -1 ? '' : text.slice(event + 1),
		said: text.slice(queue + 1)
	};
	return lines(line, text, columns, isPlain);
}

/** Milliseconds since 1970 of the whole seconds that the text begins with, up to `end`; null for anything else. */
function secondsAt(text: string, end: number): number | null {
	if (end < 1 || end > 11) return null;
	let seconds = 0;
	for (let i = 0; i < end; i++) {
		const digit = text.charCodeAt(i) - 48;
		if (!(digit >= 0 && digit <= 9)) return null;
		seconds = seconds * 10 + digit;
	}
	return seconds * 1000;
}

function notALine(line: number, text: string): UnreadItem {
	const message = 'the line is not of the form epoch|callid|queue|agent|EVENT|…';
	return {
		line,
		text: text.slice(0, 1000),
		problem: { field: null, code: 'not_a_log_line', message }
	};
}
