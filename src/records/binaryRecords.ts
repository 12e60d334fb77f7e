/** 2000-01-01, from which PostgreSQL counts microseconds. */
const epochAt = 946_684_800_000;
const low = 2 ** 32;
/** Agents and channels are few: to make a text of bytes costs more than to see that it is one that was made before. */
const keptTexts = new Array<string>(1024).fill('');
const keptLength = 32;

/**
 * Reads what `record_send` makes of rows (PostgreSQL's source, rowtypes.c), one behind the other: the number of columns,
 * then of each its type, its length (-1: null) and its bytes, all big-endian. Of ten thousand rows that costs both
 * sides half of what columns of text do.
 */
export class BinaryRecords {
	private at = 0;
	private readonly view: DataView;

	constructor(private readonly bytes: Buffer) {
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	}

	/** Goes on to the next row; false: there is none. */
	next(): boolean {
		this.at += 4;
		return this.at <= this.bytes.length;
	}

	int(): number | null {
		return this.column() === -1 ? null : this.view.getInt32((this.at += 4) - 4);
	}

	/** A whole number that JavaScript holds exactly. */
	bigint(): number | null {
		if (this.column() === -1) return null;
		this.at += 8;
		return this.view.getInt32(this.at - 8) * low + this.view.getUint32(this.at - 4);
	}

	/** Any signed 64-bit number, as text. */
	bigintText(): string | null {
		return this.column() === -1 ? null : this.view.getBigInt64((this.at += 8) - 8).toString();
	}

	/** Milliseconds since 1970. */
	instant(): number | null {
		const microseconds = this.bigint();
		return microseconds === null ? null : Math.round(microseconds / 1000) + epochAt;
	}

	/** Of a row in its table (`tid`). */
	place(): { block: number; line: number } {
		this.column();
		this.at += 6;
		return { block: this.view.getUint32(this.at - 6), line: this.view.getUint16(this.at - 2) };
	}

	boolean(): boolean | null {
		return this.column() === -1 ? null : this.view.getUint8(this.at++) === 1;
	}

	text(): string | null {
		const length = this.column();
		if (length === -1) return null;
		const from = this.at;
		this.at += length;
		if (length > keptLength) return this.bytes.toString('utf8', from, this.at);
		let place = length;
		for (let i = from; i < this.at; i++) place = (place * 31 + (this.bytes[i] ?? 0)) & (keptTexts.length - 1);
		const kept = keptTexts[place] ?? '';
		return this.says(kept, from) ? kept : (keptTexts[place] = this.bytes.toString('utf8', from, this.at));
	}

	/** Whether this is the text, in ASCII, between a place and the one that is read next. */
	private says(text: string, from: number): boolean {
		if (text.length !== this.at - from) return false;
		for (let i = 0; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code > 127 || code !== this.bytes[from + i]) return false;
		}
		return true;
	}

	/** Passes over a column's type; its length. */
	private column(): number {
		this.at += 8;
		return this.view.getInt32(this.at - 4);
	}
}
