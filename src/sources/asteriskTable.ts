import { shapeOf, shiftOf } from './asteriskEvents.ts';
import type { QueueLogColumns } from './asteriskLine.ts';
import type { CsvRow } from './csvRows.ts';
import { UnreadableBody } from './source.ts';

/** Where each column of a table of queue_log stands. */
export interface Header {
	width: number;
	time: number;
	callid: number;
	queue: number;
	agent: number;
	event: number;
	/** data1 to data5, or data alone; of PBXware nothing. */
	data: number[];
	/** PBXware's columns. */
	own: { caller: number; key: number; position: number; wait: number; talk: number } | null;
}

/** Throws UnreadableBody where it is the header of no such table. */
export function readHeader(row: CsvRow): Header {
	if ('problem' in row) throw new UnreadableBody(`The header row cannot be read: ${row.problem.message}.`);
	const names = row.cells.map((cell) => cell.trim().toLowerCase());
	const place = (name: string) => {
		const at = names.indexOf(name);
		if (at !== -1) return at;
		throw new UnreadableBody(
			`The header row has no column ${name}. An export of queue_log has time, callid, queuename, agent, event and data1 to data5.`
		);
	};
	const width = names.length;
	const shared = { width, callid: place('callid'), event: place('event') };
	if (names.includes('date_time') && names.includes('queue_name')) {
		const own = {
			caller: place('param1'),
			key: place('param2'),
			position: place('entpos'),
			wait: place('htime'),
			talk: place('ttime')
		};
		const [time, queue, agent] = [place('date_time'), place('queue_name'), place('type')];
		return { ...shared, time, queue, agent, data: [], own };
	}
	const numbered = ['data1', 'data2', 'data3', 'data4', 'data5'].filter((name) => names.includes(name));
	return {
		...shared,
		time: place('time'),
		queue: place('queuename'),
		agent: place('agent'),
		data: (numbered.length > 0 ? numbered : ['data']).map(place),
		own: null
	};
}

/** A row in the columns that every carrier of queue_log has; `at` is not known yet. */
export function columnsOf(cells: string[], header: Header): QueueLogColumns {
	const cell = (place: number) => {
		const text = cells[place] ?? '';
		return text === 'NULL' || text === '\\N' ? '' : text;
	};
	const [agent, event] = [cell(header.agent), cell(header.event)];
	const listed = header.own ? ownParameters(event, header.own, cell) : header.data.map(cell);
	const parameters = listed.join('|').replace(/\|+$/, '');
	return {
		at: 0,
		callid: cell(header.callid),
		queue: cell(header.queue),
		agent,
		event,
		parameters,
		said: `${agent}|${event}|${parameters}`
	};
}

/** What PBXware has in columns of their own, in the places where Asterisk has it. */
function ownParameters(
	event: string,
	own: NonNullable<Header['own']>,
	cell: (place: number) => string
): string[] {
	const shape = shapeOf(event);
	if (shape === undefined) return [];
	if (shape.kind === 'enter') return ['', cell(own.caller), cell(own.position)];
	if (!('seconds' in shape)) return [];
	const parameters: string[] = event === 'EXITWITHKEY' ? [cell(own.key)] : [];
	const durations = [cell(own.wait), cell(own.talk)];
	shape.seconds.forEach((place, i) => (parameters[place + shiftOf(event, '')] = durations[i] ?? ''));
	return Array.from(parameters, (parameter) => parameter ?? '');
}
