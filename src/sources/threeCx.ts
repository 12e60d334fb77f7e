/**
 * 3CX's call data records (cdr.log, or what its socket sends), one call a line, commas between, nothing quoted:
 * https://www.3cx.com/docs/cdr-call-data-records/
 * Call 612504,00000C21DE5C2470_6531,00:05:36,2026/03/02 09:15:00,2026/03/02 09:15:00,2026/03/02 09:20:36,
 *  TerminatedBySrc,+4930…,Ext.960,10021,960,960,QFwdToDNA,Ext.504,504,,,,,Chain: +4930…;Ext.960;Ext.504;
 *
 * Which fields there are and in what order the administrator chooses; `fields` has their names as 3CX calls them
 * (time-start, to-type, …), null stands for the usual twenty. Times are the phone system's local ones.
 *
 * A call of a queue is one whose to-type is a queue, or that a queue has forwarded. Where to-type is not among the
 * fields and the request names a queue, every line is a call of it; else lines that no queue has forwarded are passed
 * over. Of a queue's call time-answered may be when the queue itself picked up, at once; then an agent's answer cannot
 * be known, and such a line is refused rather than counted as a wait of none. Hold and wrap-up are not written.
 */
import type { Source, SourceItem, SourceOptions } from './source.ts';
import { UnreadableBody } from './source.ts';
import { textLines } from './textLines.ts';
import { cellsOfLine } from './threeCxCells.ts';
import { callOfCells } from './threeCxCall.ts';

/** The order of 3CX's own template. */
const usualFields = [
	...['historyid', 'callid', 'duration', 'time-start', 'time-answered', 'time-end', 'reason-terminated'],
	...['from-no', 'to-no', 'from-dn', 'to-dn', 'dial-no', 'reason-changed', 'final-number', 'final-dn'],
	...['bill-code', 'bill-rate', 'bill-cost', 'bill-name', 'chain']
];

export function threeCx({ zone, fields, queue }: SourceOptions): Source {
	const names = (fields ?? usualFields).map((name) => name.trim().toLowerCase().replaceAll('_', '-'));
	const missing = ['time-start', 'time-end', 'to-dn'].find((name) => !names.includes(name));
	return textLines((line, text): SourceItem[] => {
		if (missing !== undefined)
			throw new UnreadableBody(`The fields have no ${missing}: name all of a line, in their order.`);
		const cells = cellsOfLine(text, names);
		if (cells !== null) return callOfCells({ line, text }, cells, { zone, isQueueNamed: queue !== null });
		const message = `the line does not have the ${names.length} fields that were named`;
		return [{ line, text, problem: { field: null, code: 'wrong_number_of_cells', message } }];
	});
}
