import { readFileSync } from 'node:fs';
import { asteriskQueueLog } from '#sources/asteriskQueueLog.ts';
import { asteriskQueueLogCsv } from '#sources/asteriskQueueLogCsv.ts';
import { cloudEvents } from '#sources/cloudEvents.ts';
import { csv } from '#sources/csv.ts';
import { anyTable } from '#sources/csv/csvOptions.ts';
import { mappedCsv } from '#sources/csv/mappedCsv.ts';
import { json } from '#sources/json.ts';
import { ndjson } from '#sources/ndjson.ts';
import type { MixedSource, Source } from '#sources/source.ts';
import { twilioTaskrouter } from '#sources/twilioTaskrouter.ts';
import { vendorSources } from '#sources/vendorSources.ts';
import { queueLog } from './queueLog.ts';

/** One format to measure: what makes its reader, a text of it, and the same as lines of JSON to parse. */
export interface Measured {
	name: string;
	make: () => Source | MixedSource;
	text: string;
	/** Null: there is no text of as many JSON values that would be alike. */
	lines: string[] | null;
}

const options = { zone: 'Asia/Shanghai', queue: 'support', fields: null };
const fixture = (path: string) => readFileSync(`src/sources/fixtures/${path}`, 'utf8');

/** Every source with a text of about so many bytes. */
export function measuredSources(bytes: number): Measured[] {
	const log = queueLog(bytes);
	const logLines = log.slice(0, -1).split('\n');
	const vendor = (format: string, path: string, between = '\n'): Measured => {
		const one = fixture(path).trim();
		const values = repeated(isJson(one) ? JSON.stringify(JSON.parse(one)) : one, bytes);
		const make = vendorSources[format];
		if (!make) throw new Error(`unknown format: ${format}`);
		return {
			name: format,
			make: () => make(options),
			text: values.join(between) + between,
			lines: isJson(one) ? values : null
		};
	};
	const calls = repeated(JSON.stringify(call), bytes);
	const tasks = linesOf('twilio-taskrouter/whole.ndjson', bytes);
	const events = linesOf('cloudevents/lines.ndjson', bytes);
	return [
		{
			name: 'asterisk-queue-log',
			make: () => asteriskQueueLog(options),
			text: log,
			lines: logLines.map(asRecord)
		},
		{
			name: 'asterisk-queue-log-csv',
			make: () => asteriskQueueLogCsv(options),
			text: `${columns}\n${logLines.map(asRow).join('\n')}\n`,
			lines: logLines.map(asRecord)
		},
		vendor('amazon-connect', 'amazon-connect/answered.json', ''),
		vendor('genesys-cloud', 'genesys-cloud/answered.json'),
		vendor('zendesk-talk', 'zendesk-talk/page.json'),
		vendor('vcon', 'vcon/recording-0.4.0.json'),
		vendor('freeswitch-callcenter', 'freeswitch-callcenter/legs.xml'),
		vendor('3cx', '3cx/usual-fields.log'),
		{
			name: 'twilio-taskrouter',
			make: () => twilioTaskrouter(options),
			text: tasks.join('\n'),
			lines: tasks
		},
		{ name: 'cloudevents', make: () => cloudEvents(null, options), text: events.join('\n'), lines: events },
		{ name: 'ndjson', make: () => ndjson(), text: calls.join('\n'), lines: calls },
		{ name: 'json', make: () => json(), text: `[${calls.join(',')}]`, lines: calls },
		{
			name: 'csv',
			make: () => csv(),
			text: `${Object.keys(call).join(',')}\n${repeated(Object.values(call).join(','), bytes).join('\n')}\n`,
			lines: null
		},
		{
			name: 'csv of any table',
			make: () => mappedCsv(options, { ...anyTable, dates: 'dmy' }),
			text: `${germanHeader}\n${repeated(germanRow, bytes).join('\n')}\n`,
			lines: null
		}
	];
}

const columns = 'id,time,callid,queuename,agent,event,data1,data2,data3,data4,data5';
const germanHeader = 'Anrufbeginn;Warteschlange;Status;Wartezeit;Gespräch';
const germanRow = '02.03.2026 09:15:00;Buchung;angenommen;0:20;3:02';

const call = {
	id: 'c-17',
	queue: 'wallet',
	enqueued_at: '2026-03-02T09:15:00+08:00',
	answered_at: '2026-03-02T09:15:20+08:00',
	ended_at: '2026-03-02T09:18:02+08:00',
	agent: 'ana',
	topic: 'refund',
	talk_seconds: 150,
	wrap_seconds: 30
};

function repeated(text: string, bytes: number): string[] {
	return Array.from({ length: Math.ceil(bytes / (text.length + 1)) }, () => text);
}

function linesOf(path: string, bytes: number): string[] {
	const lines = fixture(path).trim().split('\n');
	return repeated(lines.join('\n'), bytes).flatMap((text) => text.split('\n'));
}

function isJson(text: string): boolean {
	return text.startsWith('{') || text.startsWith('[');
}

/** A line of the log as somebody would write it as JSON. */
function asRecord(line: string): string {
	const [time, callid, queuename, agent, event, data1, data2, data3] = line.split('|');
	return JSON.stringify({ time: Number(time), callid, queuename, agent, event, data1, data2, data3 });
}

/** And as a row of the realtime table. */
function asRow(line: string, i: number): string {
	const [time = '', ...cells] = line.split('|');
	const local = new Date(Number(time) * 1000 + 8 * 3_600_000)
		.toISOString()
		.replace('T', ' ')
		.replace('Z', '118');
	while (cells.length < 9) cells.push('');
	return [i, local, ...cells.slice(0, 9)].join(',');
}
