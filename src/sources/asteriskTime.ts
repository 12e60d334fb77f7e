import { parseInstant } from '#model/instant.ts';
import type { RecordCode } from '#model/recordCodes.ts';
import { instantsShowing } from '#time/instantsShowing.ts';
import { durationsOf, type QueueLogColumns } from './asteriskLine.ts';
import { shapeOf } from './asteriskEvents.ts';

/** Clocks of a server and its database differ by a little. */
const clockMs = 5_000;
/** So long before its channel a call cannot have begun, whatever the clocks. */
const wrongZoneMs = 600_000;

/**
 * When a row of the table was written, in whole seconds as ms since 1970: from its time as text, which has no zone, or
 * with its offset or as an epoch where the table keeps it so. In the hour that comes twice in autumn, the channel's
 * begin tells which one it was.
 */
export function eventAt(
	text: string,
	zone: string,
	channelAt: number | null,
	columns: QueueLogColumns
): number | { code: RecordCode; message: string } {
	if (/^\d{9,10}(\.\d+)?$/.test(text)) return Math.floor(Number(text)) * 1000;
	const local = parseInstant(`${text}Z`);
	if (local === null) {
		const at = parseInstant(text);
		if (at !== null) return wholeSecond(at);
		return { code: 'not_an_instant', message: 'time must be a date and time such as 2026-03-02 09:15:30' };
	}
	const possible = instantsShowing(zone, local).map(wholeSecond);
	const latest = possible.at(-1) ?? local;
	if (channelAt === null) return possible[0] ?? latest;
	if (latest < channelAt - wrongZoneMs)
		return {
			code: 'wrong_zone',
			message: `time in ${zone} is before the call's channel was opened, at ${new Date(channelAt).toISOString()}: the zone is another one`
		};
	const before = told(columns) * 1000;
	return possible.find((at) => at - before >= channelAt - clockMs) ?? latest;
}

/** When the channel of a callid was opened, ms since 1970: `[systemname-]epoch.sequence`; null for other ids. */
export function channelAt(callid: string): number | null {
	const [, seconds] = /(?:^|-)(\d{9,10})\.\d+$/.exec(callid) ?? [];
	return seconds === undefined ? null : Number(seconds) * 1000;
}

function wholeSecond(at: number): number {
	return Math.floor(at / 1000) * 1000;
}

/** How many seconds before it the event says that its call began. */
function told(columns: QueueLogColumns): number {
	const shape = shapeOf(columns.event);
	const durations = shape ? durationsOf(columns, shape) : { seconds: 0 };
	return 'seconds' in durations ? durations.seconds : 0;
}
