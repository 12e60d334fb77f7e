import { decodedBase64 } from './base64.ts';
import { UnreadableBody, vendorChars, type Source, type SourceItem } from './source.ts';

/**
 * The field `cdr` of a form (application/x-www-form-urlencoded), in plain text or in base64, as mod_xml_cdr and
 * mod_json_cdr post one leg a request. Throws UnreadableBody when there is none, or the form is longer than three
 * megabytes, which is as much as a document of one takes when it is encoded.
 */
export function formDocuments(readDocument: (text: string) => SourceItem[]): Source {
	const parts: string[] = [];
	let length = 0;
	return {
		read(text) {
			parts.push(text);
			length += text.length;
			if (length > 3 * vendorChars) throw new UnreadableBody('The form is longer than 3 megabytes.');
			return [];
		},
		end() {
			const value = new URLSearchParams(parts.join('').trim()).get('cdr')?.trim() ?? '';
			if (value === '') throw new UnreadableBody('The form has no field cdr with a call detail record.');
			return readDocument(/^[<{[]/.test(value) ? value : fromBase64(value));
		}
	};
}

function fromBase64(value: string): string {
	// In a form, an unescaped plus is a space.
	const text = decodedBase64(value.replaceAll(' ', '+'));
	if (text !== null) return text.trimStart();
	throw new UnreadableBody('The field cdr holds neither XML nor JSON, nor either of them in base64.');
}
