import { ofKind, type BodyCase } from './body.ts';

const at = Date.parse('2026-03-02T01:15:10Z') / 1000;
const call = (n: number, agent: string, rest: string, seconds = 0) =>
	`${at + seconds}|${at}.${n}|NONE|${agent}|${rest}`;
const entered = call(1, 'NONE', 'ENTERQUEUE||13800000001|1');
const gaveUp = call(1, 'NONE', 'ABANDON|1|1|30', 30);

/** A line between two good ones of a call, and how it is told. */
const between: [string, string, string | null, string][] = [
	['half a line', '4101|', null, 'not_a_log_line'],
	['words', 'Asterisk was here', null, 'not_a_log_line'],
	['JSON', '{"id":"1"}', null, 'not_a_log_line'],
	['a time that is none', `2026-03-02|${at}.2|NONE|NONE|ENTERQUEUE||1|1`, null, 'not_a_log_line'],
	['a call without its callid', `${at}|NONE|NONE|NONE|ENTERQUEUE||1|1`, 'callid', 'required'],
	['a callid of 101 characters', `${at}|${'1'.repeat(101)}|NONE|NONE|ENTERQUEUE||1|1`, 'callid', 'too_long'],
	['no duration', call(1, 'SIP/1', 'CONNECT|'), 'data1', 'required'],
	['a duration in words', call(1, 'SIP/1', 'COMPLETEAGENT|30|long|1'), 'data2', 'not_a_whole_number'],
	['a duration of years', call(1, 'NONE', 'ABANDON|1|1|99999999'), 'data3', 'out_of_range'],
	['a time to come', `${at + 86_400}|${at}.3|NONE|NONE|ENTERQUEUE||1|1`, 'time', 'in_future'],
	['a time before the retention', `1000000000|${at}.3|NONE|NONE|ENTERQUEUE||1|1`, 'time', 'too_old'],
	['NUL', `${call(4, 'NONE', 'ENTERQUEUE||1|1')}\0`, 'line', 'bad_character'],
	['17 KiB', call(4, 'NONE', `ENTERQUEUE|${'x'.repeat(17_000)}|1|1`), null, 'record_too_large']
];

/** Logs of Asterisk, where several lines make a call. */
export const logBodies: BodyCase[] = ofKind('queue_log', 'text/plain', [
	...between.map(([mistake, line, field, code]): BodyCase => ({
		mistake,
		body: `${entered}\n${line}\n${gaveUp}\n`,
		query: 'format=asterisk-queue-log',
		status: 200,
		refused: [[2, field, code]],
		stored: 1
	})),
	{
		mistake: 'a table in another zone',
		body: `time,callid,queuename,agent,event,data1,data2,data3\n2026-03-02 01:15:10,${at}.1,NONE,NONE,ENTERQUEUE,,1,1\n`,
		query: 'format=asterisk-queue-log-csv&zone=Asia/Shanghai',
		status: 422,
		refused: [[2, 'time', 'wrong_zone']],
		stored: 0
	},
	{
		mistake: 'a table without its header',
		body: `2026-03-02 01:15:10,${at}.1,NONE,NONE,ENTERQUEUE,,1,1\n`,
		query: 'format=asterisk-queue-log-csv',
		status: 400,
		says: /header/,
		stored: 0
	},
	{
		mistake: 'a zone that is none',
		body: entered,
		query: 'format=asterisk-queue-log&zone=Mars/Olympus',
		status: 400,
		says: /zone/,
		stored: 0
	}
]);

export const logOddities: BodyCase[] = ofKind('queue_log', 'text/plain', [
	{
		mistake: 'what concerns no call',
		body: `${at}|NONE|NONE|NONE|QUEUESTART|\n${at}|CLI|support|SIP/1|ADDMEMBER|\n`,
		query: 'format=asterisk-queue-log',
		status: 200,
		stored: 0
	},
	{
		mistake: 'the same lines twice',
		body: `${entered}\n${gaveUp}\n`.repeat(2),
		query: 'format=asterisk-queue-log',
		status: 200,
		stored: 1
	}
]);
