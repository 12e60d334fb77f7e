import {
	isTooLong,
	notUtf8,
	recordBytes,
	tooLong,
	undecodable,
	type Source,
	type SourceItem
} from './source.ts';

/** A source of one record a line, ended by LF or CRLF: what is too long or not UTF-8 is refused, empty lines are passed over. */
export function textLines(readLine: (line: number, text: string) => SourceItem[]): Source {
	let line = 0;
	let rest = '';
	/** The beginning of a line that is already known to be too long; the rest of it is passed over. */
	let skipped: string | null = null;

	function take(text: string): SourceItem[] {
		line++;
		if (skipped !== null || isTooLong(text)) {
			const begun = skipped ?? text;
			skipped = null;
			return [tooLong(line, begun)];
		}
		if (text.includes(undecodable)) return [notUtf8(line, text)];
		return text.trim() === '' ? [] : readLine(line, text);
	}

	return {
		read(text) {
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			const items: SourceItem[] = [];
			for (const one of lines)
				for (const item of take(one.endsWith('\r') ? one.slice(0, -1) : one)) items.push(item);
			if (rest.length > recordBytes) {
				skipped ??= rest.slice(0, 1000);
				rest = '';
			}
			return items;
		},
		end() {
			return rest === '' && skipped === null ? [] : take(rest);
		}
	};
}
