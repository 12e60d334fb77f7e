import { asteriskQueueLog } from '#sources/asteriskQueueLog.ts';
import { figure, interleave, type Figure } from '../figure.ts';

const megabyte = 1_000_000;
/** As a body comes from a socket. */
const pieceChars = 65_536;
const logBytes = 40 * megabyte;

/** How fast sources read, each alone, beside what parsing the same events as lines of JSON takes. */
export async function benchSources({ rounds }: { rounds: number }): Promise<Figure[]> {
	const log = queueLog(logBytes);
	const lines = log.slice(0, -1).split('\n');
	const json = lines.map((line) => JSON.stringify(asRecord(line)));
	const pieces = piecesOf(log);
	const asterisk = 'queue_log read to events';
	const parsed = 'JSON.parse of the same as NDJSON';
	const measured = await interleave(rounds, [
		[asterisk, async () => log.length / megabyte / (await seconds(() => readQueueLog(pieces)))],
		[parsed, async () => log.length / megabyte / (await seconds(() => parseLines(json)))]
	]);
	const perRecord = lines.length / (log.length / megabyte);
	const records = new Map(
		[...measured].map(([name, values]) => [name, values.map((value) => value * perRecord)])
	);
	return [
		figure(measured, 'MB/s', asterisk, parsed),
		{ ...figure(records, 'records/s', asterisk, parsed), name: `${asterisk}, lines` }
	];
}

function readQueueLog(pieces: string[]): number {
	const source = asteriskQueueLog({ queue: null });
	let items = 0;
	for (const piece of pieces) items += source.read(piece).length;
	return items + source.end().length;
}

function parseLines(lines: string[]): number {
	let columns = 0;
	for (const line of lines) columns += Object.keys(JSON.parse(line)).length;
	return columns;
}

async function seconds(work: () => number): Promise<number> {
	const startedAt = performance.now();
	if (work() === 0) throw new Error('nothing was read');
	return (performance.now() - startedAt) / 1000;
}

function piecesOf(text: string): string[] {
	// Through bytes, as they come from a socket: a slice of a long text would be no copy.
	const bytes = Buffer.from(text);
	const pieces: string[] = [];
	for (let at = 0; at < bytes.length; at += pieceChars)
		pieces.push(bytes.toString('latin1', at, at + pieceChars));
	return pieces;
}

/** The line as somebody would write it as JSON. */
function asRecord(line: string): object {
	const [time, callid, queuename, agent, event, data1, data2, data3] = line.split('|');
	return { time: Number(time), callid, queuename, agent, event, data1, data2, data3 };
}

/** A log of so many bytes, of answered calls and those that gave up, with agents who let it ring. */
export function queueLog(bytes: number): string {
	const lines: string[] = [];
	let length = 0;
	for (let n = 0; length < bytes; n++) {
		const at = 1_700_000_000 + n * 7;
		const key = `${at - 20}.${n}|queue-${n % 9}`;
		const agent = `PJSIP/${2000 + (n % 40)}`;
		const wait = (n * 37) % 180;
		const talk = 30 + ((n * 53) % 600);
		const call = [
			`${at}|${key}|NONE|ENTERQUEUE||+4930${1_000_000 + (n % 900_000)}|${1 + (n % 5)}`,
			`${at + 15}|${key}|${agent}|RINGNOANSWER|15000`,
			...(n % 6 === 0
				? [`${at + wait}|${key}|NONE|ABANDON|1|${1 + (n % 5)}|${wait}`]
				: [
						`${at + wait}|${key}|${agent}|CONNECT|${wait}|${at}.${n + 1}|4`,
						`${at + wait + talk}|${key}|${agent}|COMPLETECALLER|${wait}|${talk}|${1 + (n % 5)}`
					])
		].join('\n');
		lines.push(call);
		length += call.length + 1;
	}
	return `${lines.join('\n')}\n`;
}
