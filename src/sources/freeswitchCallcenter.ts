/**
 * Calls through FreeSWITCH's mod_callcenter, from the call detail records that mod_xml_cdr and mod_json_cdr post, one
 * for each leg when it hangs up, and from exports of FusionPBX's table of them (v_xml_cdr):
 * https://developer.signalwire.com/freeswitch/FreeSWITCH-Explained/Modules/mod_callcenter_1049389/
 * cdr=%3C?xml%20version=%221.0%22?%3E%3Ccdr%3E%3Cvariables%3E%3Cuuid%3E7d80…%3C/uuid%3E… (a form, as it is by default)
 * <?xml version="1.0"?><cdr><variables><uuid>7d80…</uuid><cc_side>member</cc_side><cc_queue>support%40pbx.example</cc_queue>
 *   <cc_queue_joined_epoch>1772414140</cc_queue_joined_epoch><cc_queue_answered_epoch>1772414215</cc_queue_answered_epoch>…
 * {"variables":{"uuid":"7d80…","cc_side":"member",…},"callflow":[…]}
 * xml_cdr_uuid,cc_side,cc_queue,cc_queue_joined_epoch,… (FusionPBX, also as JSON)
 * {"Event-Subclass":"callcenter::info","CC-Action":"member-queue-end",…} (an event of the socket, as JSON)
 *
 * Which of them a body is, its beginning tells. Only the caller's leg (`cc_side` is `member`) is a call; agents' legs,
 * one for each phone that rang, and calls that saw no queue are passed over. A leg comes when it has hung up, so this
 * says nothing about who is waiting; of a caller who went through two queues, FreeSWITCH keeps only the last.
 */
import { csvCells } from './freeswitchCsv.ts';
import { formDocuments } from './freeswitchForm.ts';
import { itemsOfVariables, variablesOf } from './freeswitchLeg.ts';
import { xmlLegs } from './freeswitchXml.ts';
import { jsonValues } from './jsonValues.ts';
import type { JsonValue } from './jsonValue.ts';
import type { Source, SourceItem } from './source.ts';

export function freeswitchCallcenter(): Source {
	let chosen: Source | null = null;
	let begin = '';
	return {
		read(text) {
			if (chosen) return chosen.read(text);
			begin = (begin + text).replace(/^[\s\ufeff]+/, '');
			chosen = sourceOf(begin, false);
			return chosen?.read(begin) ?? [];
		},
		end() {
			if (chosen) return chosen.end();
			if (begin === '') return [];
			chosen = sourceOf(begin, true);
			return chosen ? [...chosen.read(begin), ...chosen.end()] : [];
		}
	};
}

/** A form's name and a CSV's first column are told apart by what comes after. */
const longestName = 1000;

function sourceOf(begin: string, isAll: boolean): Source | null {
	if (begin.startsWith('<')) return xmlLegs();
	if (begin.startsWith('{') || begin.startsWith('[')) return jsonLegs();
	const after = /[=,\n]/.exec(begin)?.[0];
	if (after === undefined && !isAll && begin.length < longestName) return null;
	return after === '=' ? formDocuments(freeswitchDocument) : csvCells();
}

/** A document out of a form. */
function freeswitchDocument(text: string): SourceItem[] {
	const source = text.startsWith('<') ? xmlLegs() : jsonLegs();
	return [...source.read(text), ...source.end()];
}

function jsonLegs(): Source {
	const values = jsonValues();
	const toItems = (piece: JsonValue): SourceItem[] =>
		'problem' in piece ? [piece] : legItems(piece, piece.value);
	return {
		read: (text) => values.read(text).flatMap(toItems),
		end: () => values.end().flatMap(toItems)
	};
}

function legItems(piece: { line: number; text: string }, value: unknown): SourceItem[] {
	if (typeof value === 'object' && value !== null) return itemsOfVariables(piece, variablesOf(value));
	const message = 'a call detail record is a JSON object';
	return [{ ...piece, problem: { field: null, code: 'not_an_object', message } }];
}
