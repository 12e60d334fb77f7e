import { SaxesParser } from 'saxes';
import { itemsOfVariables } from './freeswitchLeg.ts';
import { keptText, notUtf8, undecodable, vendorChars, type Source, type SourceItem } from './source.ts';

const close = '</cdr>';

/** Documents of mod_xml_cdr, one or several after each other: each ends with its root. */
export function xmlLegs(): Source {
	let text = '';
	let searched = 0;
	let line = 0;
	/** The document is longer than one may be, and what comes before its end is dropped. */
	let isLong = false;

	function documents(): SourceItem[] {
		const items: SourceItem[] = [];
		for (;;) {
			const at = text.indexOf(close, searched);
			if (at === -1) break;
			const end = at + close.length;
			if (isLong || end > vendorChars) items.push(tooBig(++line, text));
			else items.push(...readDocument(++line, text.slice(0, end).trimStart()));
			isLong = false;
			text = text.slice(end);
			searched = 0;
		}
		if (text.length > vendorChars) {
			isLong = true;
			text = text.slice(0, 1000) + text.slice(-close.length);
		}
		searched = Math.max(0, text.length - close.length);
		return items;
	}

	return {
		read(more) {
			text += more;
			return documents();
		},
		end() {
			if (isLong) return [tooBig(++line, text)];
			return text.trim() === '' ? [] : readDocument(++line, text.trimStart());
		}
	};
}

function tooBig(line: number, text: string): SourceItem {
	const message = 'the record is longer than a megabyte';
	return { line, text: text.slice(0, 1000), problem: { field: null, code: 'record_too_large', message } };
}

function readDocument(line: number, text: string): SourceItem[] {
	if (text.includes(undecodable)) return [notUtf8(line, keptText(text))];
	try {
		return itemsOfVariables({ line, text: keptText(text) }, variablesIn(text));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		const problem = { field: null, code: 'not_xml' as const, message: `the record is not XML: ${why}` };
		return [{ line, text: keptText(text), problem }];
	}
}

/** What stands in `variables`, and the number that called. Throws where the text is not XML. */
function variablesIn(text: string): Map<string, string> {
	const found = new Map<string, string>();
	const path: string[] = [];
	let value = '';
	const parser = new SaxesParser();
	parser.on('opentag', ({ name }) => {
		path.push(name);
		value = '';
	});
	parser.on('text', (more) => (value += more));
	parser.on('cdata', (more) => (value += more));
	parser.on('closetag', ({ name }) => {
		path.pop();
		const within = path.slice(1).join('/');
		const isVariable =
			within === 'variables' || (within === 'callflow/caller_profile' && name === callerName);
		if (isVariable && !found.has(name)) found.set(name, value);
		value = '';
	});
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(text).close();
	return found;
}

const callerName = 'caller_id_number';
