import { bigRecord, salvage, valueIn, type JsonValue } from './jsonValue.ts';
import { UnreadableBody, vendorChars } from './source.ts';

export interface JsonValues {
	read(text: string): JsonValue[];
	end(): JsonValue[];
}

/**
 * Cuts a text into JSON objects, piece by piece: one object, an array of them, one a line, or one after the other with
 * nothing between, as Firehose writes them:
 * {"ContactId":"a"}{"ContactId":"b"}
 * Where an object holds a list under one of the names in `within`, each element of the list is a value and the rest of
 * the object is dropped. So a page or an export of any length is read with the memory of one value.
 * A value that is broken, is never closed or is longer than a megabyte costs itself: reading goes on where the next
 * object begins after a closed one or on a line of its own, which no intact object of a vendor holds inside.
 * Throws UnreadableBody when the text begins as no JSON.
 */
export function jsonValues(within: readonly string[] = []): JsonValues {
	const scanner = new Scanner(within);
	return { read: (text) => scanner.read(text), end: () => scanner.end() };
}

const code = (character: string) => character.charCodeAt(0);
const quote = code('"');
const backslash = code('\\');
const openBrace = code('{');
const closeBrace = code('}');
const openBracket = code('[');
const closeBracket = code(']');
const comma = code(',');
const colon = code(':');
const lineFeed = code('\n');
const longestKey = 64;

class Scanner {
	private place = 0;
	/** What is kept of the text, from the value that is open. */
	private text = '';
	/** Up to here it was looked at. */
	private at = 0;
	/** Where the open value begins; -1: none is open. */
	private start = -1;
	private depth = 0;
	/** The depth at which values begin: 0, or 2 inside a list of an object. */
	private base = 0;
	private inString = false;
	private escaped = false;
	private stringStart = -1;
	/** The last string at depth 1, and the last one with a colon after it. */
	private lastString = '';
	private key = '';
	private begun = false;
	/** Inside of something too long, of which no text is kept. */
	private dropping = false;
	private previous = 0;

	constructor(private readonly within: readonly string[]) {}

	read(text: string): JsonValue[] {
		this.text += text;
		const found: JsonValue[] = [];
		while (this.at < this.text.length) {
			if (this.start >= 0 && this.at - this.start > vendorChars) this.tooLong(found);
			else if (!this.skip()) this.look(this.text.charCodeAt(this.at), found);
		}
		this.forget();
		return found;
	}

	end(): JsonValue[] {
		const open = this.start < 0 ? [] : salvage(this.text.slice(this.start));
		this.start = -1;
		this.text = '';
		return open.map((piece) => this.valueOf(piece));
	}

	/** Goes on to the next character that may matter, inside of a value that is kept; false: it is here. */
	private skip(): boolean {
		if (this.start < 0 || this.escaped || this.depth === this.base) return false;
		const { text, at: begun, depth, inString } = this;
		const end = Math.min(text.length, this.start + vendorChars + 1);
		let at = begun;
		while (at < end && isDull(text.charCodeAt(at), inString, depth)) at++;
		this.at = at;
		return at > begun;
	}

	private look(character: number, found: JsonValue[]): void {
		if (this.dropping && this.beginsAnew(character)) this.depth = this.base;
		if (this.inString) this.insideString(character);
		else if (character === quote) this.openString();
		else if (this.start < 0 && this.depth === this.base) this.between(character);
		else this.insideValue(character, found);
		this.at++;
	}

	/** Of something broken that is being dropped: whether the next object begins here. */
	private beginsAnew(character: number): boolean {
		const { previous } = this;
		this.previous = character;
		if (character !== openBrace || (previous !== closeBrace && previous !== lineFeed)) return false;
		this.dropping = false;
		this.inString = false;
		this.escaped = false;
		return true;
	}

	private insideString(character: number): void {
		if (this.escaped) this.escaped = false;
		else if (character === backslash) this.escaped = true;
		else if (character === quote) {
			this.inString = false;
			const isKey = this.depth === 1 && this.stringStart >= 0 && this.at - this.stringStart <= longestKey;
			if (this.depth === 1) this.lastString = isKey ? this.text.slice(this.stringStart + 1, this.at) : '';
		}
	}

	private openString(): void {
		if (this.start < 0 && this.depth === this.base) this.begin();
		this.inString = true;
		this.stringStart = this.at;
	}

	/** Between values: in the text, in an array of it, or in a list. */
	private between(character: number): void {
		if (character === openBrace || (character === openBracket && this.base > 0)) {
			this.begin();
			this.depth++;
		} else if (character === closeBracket && this.base > 0) {
			this.base = 0;
			this.depth = 1;
		} else if (character === openBracket) this.begun = true;
		else if (!isSeparator(character) && character !== closeBracket) this.begin();
	}

	private begin(): void {
		const character = this.text[this.at] ?? '';
		if (!this.begun && character !== '{')
			throw new UnreadableBody(`The body is not JSON: it begins with ${JSON.stringify(character)}.`);
		this.begun = true;
		this.start = this.at;
	}

	private insideValue(character: number, found: JsonValue[]): void {
		if (this.depth === this.base) {
			// Neither an object nor a list: ends where anything else could begin.
			if (isSeparator(character) || character === closeBracket || character === openBrace) this.close(found);
			return;
		}
		if (character === openBrace || character === openBracket) {
			if (character === openBracket && this.depth === 1 && this.within.includes(this.key)) this.enter();
			else this.depth++;
		} else if (character === closeBrace || character === closeBracket) {
			this.depth--;
			if (this.depth > this.base) return;
			this.at++;
			this.close(found);
		} else if (this.depth === 1) {
			if (character === colon) this.key = this.lastString;
			else if (character === comma) this.key = '';
		}
	}

	/** A list whose elements are the values. */
	private enter(): void {
		this.base = 2;
		this.depth = 2;
		this.start = -1;
		this.key = '';
	}

	/** The open value ends before `at`, whose character is looked at again. */
	private close(found: JsonValue[]): void {
		this.dropping = false;
		if (this.start >= 0) {
			const text = this.text.slice(this.start, this.at);
			this.start = -1;
			const whole = this.valueOf(text);
			if ('value' in whole) found.push(whole);
			else {
				this.place--;
				for (const piece of salvage(text)) found.push(this.valueOf(piece));
			}
		}
		this.at--;
	}

	/** The open value is longer than any may be: either several that one broken one has swallowed, or just too long. */
	private tooLong(found: JsonValue[]): void {
		const pieces = salvage(this.text.slice(this.start, this.at));
		const last = pieces.pop() ?? '';
		this.text = this.text.slice(this.at);
		this.at = 0;
		this.start = -1;
		if (pieces.length === 0) {
			this.dropping = true;
			this.stringStart = -1;
			found.push(bigRecord(++this.place, last));
			return;
		}
		this.text = last + this.text;
		this.depth = this.base;
		this.inString = false;
		this.escaped = false;
		for (const piece of pieces) found.push(this.valueOf(piece));
	}

	/** Lets go of what was looked at and belongs to nothing that is open. */
	private forget(): void {
		const ofKey = this.inString && this.at - this.stringStart <= longestKey ? this.stringStart : -1;
		const keep = this.start >= 0 ? this.start : ofKey >= 0 ? ofKey : this.at;
		this.text = this.text.slice(keep);
		this.at -= keep;
		if (this.start >= 0) this.start = 0;
		this.stringStart = this.stringStart < keep ? -1 : this.stringStart - keep;
	}

	private valueOf(text: string): JsonValue {
		return valueIn(++this.place, text);
	}
}

/** Most characters of a value change nothing. */
function isDull(character: number, inString: boolean, depth: number): boolean {
	if (character === quote) return false;
	if (inString) return character !== backslash;
	if (character === comma || character === colon) return depth > 1;
	return (
		character !== openBrace &&
		character !== closeBrace &&
		character !== openBracket &&
		character !== closeBracket
	);
}

function isSeparator(character: number): boolean {
	// White space, commas, and what RFC 7464 puts before each value.
	return character <= 32 || character === comma || character === 0xfeff;
}
