/**
 * The envelope in which Amazon Data Firehose delivers to an HTTP endpoint, around any source:
 * https://docs.aws.amazon.com/firehose/latest/dev/httpdeliveryrequestresponse.html
 * {"requestId":"ed4acda5-034f-9f42-bba1-f29aea6d7d8f","timestamp":1772414585000,
 *  "records":[{"data":"eyJDb250YWN0SWQiOiI1Yjhj…"},{"data":"…"}]}
 * What each record holds is base64; their texts after each other are what the source reads.
 */
import { decodedBase64 } from './base64.ts';
import { jsonValues } from './jsonValues.ts';
import type { JsonValue } from './jsonValue.ts';
import type { MixedSource, Source, UnreadItem } from './source.ts';
import { own } from './vendorFields.ts';

export function firehose<Inner extends Source | MixedSource>(inner: Inner): Inner {
	const values = jsonValues(['records']);
	const { read, end } = inner;
	const open = (piece: JsonValue) => {
		if ('problem' in piece) return [piece];
		const data = own(piece.value, 'data');
		// What is left of an envelope without records.
		if (data === undefined && own(piece.value, 'requestId') !== undefined) return [];
		const text = typeof data === 'string' ? decodedBase64(data) : null;
		return text === null ? [unread(piece)] : read(text);
	};
	return Object.assign(inner, {
		read: (text: string) => values.read(text).flatMap(open),
		end: () => [...values.end().flatMap(open), ...end()]
	});
}

function unread({ line, text }: { line: number; text: string }): UnreadItem {
	const message = 'data of the record must be base64';
	return { line, text, problem: { field: 'data', code: 'not_a_string', message } };
}
