import { queueLogLines } from './asteriskLine.ts';
import { columnsOf, readHeader, type Header } from './asteriskTable.ts';
import { shapeOf } from './asteriskEvents.ts';
import { channelAt, eventAt } from './asteriskTime.ts';
import { csvRows, type CsvRow } from './csvRows.ts';
import { foldQueueLog } from './foldQueueLog.ts';
import { UnreadableBody, type EventItem, type EventSource, type SourceOptions } from './source.ts';

/**
 * An export as CSV of Asterisk's realtime table queue_log (`extconfig.conf`, contrib/ast-db-manage/queue_log), with its
 * header row: `time` in the server's own zone, five columns for the parameters, of which the last holds the rest with
 * `|` between them; or, in older schemas, one column `data` with all of them:
 * id,time,callid,queuename,agent,event,data1,data2,data3,data4,data5
 * 31,2026-03-02 09:15:30.118512,1772414101.48,support,PJSIP/2004,CONNECT,17,1772414118.51,9,,
 * PBXware keeps a table of its own, with the epoch, the caller's number beside every event, and columns for durations:
 * uid,date_time,callid,queue_name,type,event,param1,param2,param3,entpos,expos,htime,ttime,time
 */
export function asteriskQueueLogCsv({ zone, queue }: SourceOptions): EventSource {
	const rows = csvRows();
	const lines = queueLogLines(queue);
	let header: Header | null = null;

	const readRow = (row: CsvRow): EventItem[] => {
		if (header !== null) return toItem(row, header);
		header = readHeader(row);
		return [];
	};

	function toItem(row: CsvRow, header: Header): EventItem[] {
		const { line, text } = row;
		if ('problem' in row) return [{ line, text, problem: { field: null, ...row.problem } }];
		if (row.cells.length !== header.width) {
			const message = `the row has ${row.cells.length} cells, the header ${header.width}`;
			return [{ line, text, problem: { field: null, code: 'wrong_number_of_cells', message } }];
		}
		const columns = columnsOf(row.cells, header);
		const shape = shapeOf(columns.event);
		const time = eventAt(row.cells[header.time] ?? '', zone, channelAt(columns.callid), columns);
		if (typeof time === 'number') {
			const item = lines(line, text, { ...columns, at: time }, false);
			return item ? [item] : [];
		}
		// Of a line that concerns no call it makes no difference when it was.
		return shape === undefined ? [] : [{ line, text, problem: { field: 'time', ...time } }];
	}

	return {
		read: (text) => rows.read(text).flatMap(readRow),
		end: () => {
			const items = rows.end().flatMap(readRow);
			if (header === null) throw new UnreadableBody('The body is empty: there is no header row.');
			return items;
		},
		fold: foldQueueLog,
		system: 'asterisk'
	};
}
