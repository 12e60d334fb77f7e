import { slugOf } from '#model/slug.ts';
import { shapeOf, shiftOf, type EventShape } from './asteriskEvents.ts';
import type { EventItem, UnreadItem } from './source.ts';

/** What every carrier of queue_log holds: five columns, and the event's parameters with `|` between them. */
export interface QueueLogColumns {
	/** Milliseconds since 1970, whole seconds. */
	at: number;
	callid: string;
	queue: string;
	agent: string;
	event: string;
	parameters: string;
	/** agent|EVENT|parameters, as they stand in the log. */
	said: string;
}

/**
 * Reads one event; null where it concerns no call.
 * @param isPlain whether the text is known to hold neither NUL, tab nor line end, nor half a surrogate pair
 */
export type QueueLogLines = (
	line: number,
	text: string,
	columns: QueueLogColumns,
	isPlain: boolean
) => EventItem | null;

/** Whether no line of the text needs a closer look at its characters. */
export function isPlainText(text: string): boolean {
	return !text.includes('\0') && !text.includes('\t') && !text.includes('\r') && text.isWellFormed();
}

const longestSeconds = 14 * 86_400;
const longestCallid = 100;

/** @param defaultQueue the queue of events that name none */
export function queueLogLines(defaultQueue: string | null): QueueLogLines {
	const slugs = new Map<string, string>();
	const slugFor = (name: string) => {
		const known = slugs.get(name);
		if (known !== undefined) return known;
		const slug = slugOf(name);
		if (slugs.size < 1000) slugs.set(name, slug);
		return slug;
	};

	return (line, text, columns, isPlain) => {
		const shape = shapeOf(columns.event);
		if (shape !== undefined) return readEvent(line, text, columns, shape, isPlain);
		const shifted = unshift(columns);
		const found = shifted && shapeOf(shifted.event);
		return found ? readEvent(line, text, shifted, found, isPlain) : null;
	};

	function readEvent(
		line: number,
		text: string,
		columns: QueueLogColumns,
		shape: EventShape,
		isPlain: boolean
	): EventItem {
		const { at, callid } = columns;
		if (shape.kind === 'restart') {
			const event = { trail: '', queue: '', at, sinceAt: at, content: String(at), caller: null };
			return { line, text, event };
		}
		const refuse = (field: string, code: UnreadItem['problem']['code'], message: string): UnreadItem => {
			const caller = shape.kind === 'enter' ? callerOf(columns.parameters) : null;
			return { line, text, problem: { field, code, message }, caller };
		};
		const named = columns.queue === '' || columns.queue === 'NONE' ? defaultQueue : columns.queue;
		if (named === null)
			return refuse('queue', 'required', 'the event names no queue, and neither does ?queue=');
		if (named.length > 200) return refuse('queue', 'too_long', 'queue is longer than 200 characters');
		if (callid === '' || callid === 'NONE')
			return refuse('callid', 'required', `${columns.event} needs the callid of its call`);
		if (callid.length > longestCallid)
			return refuse('callid', 'too_long', `callid is longer than ${longestCallid} characters`);
		if (!isPlain && (text.includes('\0') || !text.isWellFormed()))
			return refuse('line', 'bad_character', 'the line holds a NUL or half a surrogate pair');
		const trail = `${callid}/${slugFor(named)}`;
		const event = { trail, queue: named, at, sinceAt: at, content: '', caller: null };
		if (shape.kind === 'passing') return { line, text, event };
		const seconds = at / 1000;
		if (shape.kind === 'enter') {
			const caller = callerOf(columns.parameters);
			return { line, text, event: { ...event, content: `${seconds}|NONE|ENTERQUEUE`, caller } };
		}
		const durations = durationsOf(columns, shape);
		if ('problem' in durations) return refuse(...durations.problem);
		const content = `${seconds}|${saidOf(columns, shape)}`;
		return {
			line,
			text,
			event: {
				...event,
				sinceAt: at - durations.seconds * 1000,
				content: isPlain ? content : oneLine(content)
			}
		};
	}
}

type Refusal = Parameters<(field: string, code: UnreadItem['problem']['code'], message: string) => void>;

/** How long before the event its call began to wait, as far as it says. */
export function durationsOf(
	{ event, parameters }: QueueLogColumns,
	shape: EventShape
): { seconds: number } | { problem: Refusal } {
	const shift = shiftOf(event, parameters);
	let seconds = 0;
	for (const place of placesOf(shape, parameters)) {
		const cell = cellAt(parameters, place + shift);
		const field = `data${place + shift + 1}`;
		if (cell === '') return { problem: [field, 'required', `${event} needs its seconds in ${field}`] };
		const value = wholeSeconds(cell);
		if (value === null)
			return { problem: [field, 'not_a_whole_number', `${field} of ${event} must be whole seconds`] };
		if (value > longestSeconds)
			return { problem: [field, 'out_of_range', `${field} of ${event} is more than 14 days`] };
		seconds += value;
	}
	return { seconds: shape.kind === 'wrap' ? 0 : seconds };
}

const none: number[] = [];

/** The places of the durations among the parameters, counted from 0. */
export function placesOf(shape: EventShape, parameters: string): number[] {
	if (shape.kind === 'leave' && shape.waitMayMiss && !hasCell(parameters, shape.seconds[0] ?? 0)) return none;
	return 'seconds' in shape ? shape.seconds : none;
}

function hasCell(parameters: string, place: number): boolean {
	let from = 0;
	for (let i = 0; i < place; i++) {
		from = parameters.indexOf('|', from) + 1;
		if (from === 0) return false;
	}
	return true;
}

/** The text of one parameter, counted from 0; empty where there are not so many. */
export function cellAt(parameters: string, place: number): string {
	let from = 0;
	for (let i = 0; i < place; i++) {
		from = parameters.indexOf('|', from) + 1;
		if (from === 0) return '';
	}
	const end = parameters.indexOf('|', from);
	return end === -1 ? parameters.slice(from) : parameters.slice(from, end);
}

/** The number; null for what is none. A clock that was set back gives negative ones: nothing was waited. */
export function wholeSeconds(text: string): number | null {
	const from = text.charCodeAt(0) === 45 ? 1 : 0;
	if (text.length === from || text.length > from + 9) return null;
	let value = 0;
	for (let i = from; i < text.length; i++) {
		const digit = text.charCodeAt(i) - 48;
		if (!(digit >= 0 && digit <= 9)) return null;
		value = value * 10 + digit;
	}
	return from === 1 ? 0 : value;
}

/**
 * Nothing is escaped, so a `|` in an agent's name moves the event to the right: all before it is the agent's name then.
 * (A queue's name is cut at it.) Null where no event is found, or what stands in its place could be one.
 */
function unshift(columns: QueueLogColumns): QueueLogColumns | null {
	if (/^[A-Z_]{3,}$/.test(columns.event) && columns.event !== 'NONE') return null;
	const cells = columns.parameters.split('|');
	const place = cells.findIndex((cell) => shapeOf(cell) !== undefined);
	if (place === -1) return null;
	const agent = [columns.agent, columns.event, ...cells.slice(0, place)].join('|');
	const event = cells[place] ?? '';
	const parameters = cells.slice(place + 1).join('|');
	return { ...columns, agent, event, parameters, said: `${agent}|${event}|${parameters}` };
}

/**
 * The caller's number among the parameters of ENTERQUEUE: url, callerid, position, name. A `|` in the URL moves the
 * rest to the right; then the number stands before the position. Words such as anonymous are no number.
 */
function callerOf(parameters: string): string | null {
	const cells = parameters.split('|');
	const moved = cells[0] !== '' && cells.length > 3;
	const isPosition = (cell: string | undefined) => cell !== undefined && /^\d{1,4}$/.test(cell);
	const last = cells.length - 1;
	const place = !moved || isPosition(cells[2]) ? 1 : isPosition(cells[last]) ? last - 1 : last - 2;
	const number = cells[place]?.trim() ?? '';
	return /\d.*\d.*\d/.test(number) && number.length <= 200 ? number : null;
}

/** What is kept of an event. Of a transfer not to whom it went: that may be anybody's number. */
function saidOf(columns: QueueLogColumns, shape: EventShape): string {
	const { agent, event, parameters, said } = columns;
	const [hold = 0, talk] = shape.kind === 'complete' ? shape.seconds : [];
	if (hold === 0 || talk === undefined) return withoutEmptyEnd(said);
	const shift = shiftOf(event, parameters);
	const before = shift === 1 ? 'LINK||' : '|';
	return `${agent}|${event}|${before}|${cellAt(parameters, hold + shift)}|${cellAt(parameters, talk + shift)}`;
}

/** Events are kept one a line, and before a tab. A cell of the table may hold both. */
function oneLine(content: string): string {
	return /[\t\n\r]/.test(content) ? content.replace(/[\t\n\r]/g, ' ') : content;
}

function withoutEmptyEnd(parameters: string): string {
	let end = parameters.length;
	while (end > 0 && parameters.charCodeAt(end - 1) === 124) end--;
	return end === parameters.length ? parameters : parameters.slice(0, end);
}
