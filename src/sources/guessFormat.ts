import { guessChars, guessLayout } from './csv/csvGuess.ts';
import { anyTable } from './csv/csvOptions.ts';
import { readCellTime } from './csv/csvTime.ts';

/**
 * What format a text is in, told by its beginning (some kilobytes); null where nothing speaks for any. The names are
 * those of `?format=`.
 */
export function guessFormat(beginning: string): string | null {
	const text = beginning.replace(/^\ufeff/, '').trimStart();
	const [first = ''] = text.split(/\r?\n/, 1);
	if (/^\d{1,11}\|[^|]*\|[^|]*\|[^|]*\|[A-Z]/.test(first)) return 'asterisk-queue-log';
	if (/^(Call |Chain:)|,Chain: /.test(first)) return '3cx';
	if (/^<\?xml|^<cdr\b/.test(text)) return text.includes('<cdr') ? 'freeswitch-callcenter' : null;
	if (/^[{[]/.test(text)) return guessJson(text, first);
	if (/^[\w%.+-]+=.*&/.test(first)) return first.includes('EventType=') ? 'twilio-taskrouter' : null;
	return guessTable(first) ?? (isTable(text) ? 'csv' : null);
}

/** Rows that agree on their cells, and a column of times. */
function isTable(text: string): boolean {
	const { columns, samples } = guessLayout(text.slice(0, guessChars), anyTable);
	return columns.length > 1 && samples.some((cells) => cells.slice(0, 20).some(isTimeOfCall));
}

function isTimeOfCall(cell: string): boolean {
	const time = readCellTime(cell, 'dmy') ?? readCellTime(cell, 'mdy');
	return time !== null && !/^\d+$/.test(cell);
}

/** Fields that only one vendor's records have. */
const ownFields: [format: string, fields: RegExp][] = [
	['amazon-connect', /"(AWSAccountId|ContactId)"\s*:/],
	['genesys-cloud', /"conversationId"\s*:/],
	['vcon', /"vcon"\s*:\s*"|"dialog"\s*:\s*\[/],
	['freeswitch-callcenter', /"(cc_queue|cc_side|cc_member_uuid)"\s*:/],
	['zendesk-talk', /"completion_status"\s*:/],
	['twilio-taskrouter', /"com\.twilio\.taskrouter|"EventType"\s*:/]
];

function guessJson(text: string, first: string): string | null {
	const own = ownFields.find(([, fields]) => fields.test(text));
	if (own) return own[0];
	if (!/"enqueued_at"\s*:/.test(text)) return null;
	return isWhole(first) && first.startsWith('{') && !/^\{\s*"calls"\s*:/.test(first) ? 'ndjson' : 'json';
}

function isWhole(line: string): boolean {
	try {
		JSON.parse(line);
		return true;
	} catch {
		return false;
	}
}

function guessTable(header: string): string | null {
	const names = header.split(/[,;\t]/).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
	const has = (...wanted: string[]) => wanted.every((name) => names.includes(name));
	if (has('time', 'callid', 'queuename', 'event') || has('date_time', 'callid', 'queue_name', 'event'))
		return 'asterisk-queue-log-csv';
	if (has('id', 'enqueued_at')) return 'csv';
	return names.some((name) => /^cc_(queue|side|member_uuid)$/.test(name)) ? 'freeswitch-callcenter' : null;
}
