/** 2000-01-01, from which PostgreSQL counts microseconds. */
const epochAt = 946_684_800_000;
const pieceBytes = 64 * 1024;
const low = 2 ** 32;

/**
 * A piece of what COPY reads in its binary format (PostgreSQL documentation, COPY, "File Formats"): each row the
 * number of its columns, each column its length and its bytes, all big-endian. Costs both sides a third of the text.
 */
export class BinaryRows {
	/** Before the first row, and after the last. */
	static readonly head = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
	static readonly tail = Buffer.from([0xff, 0xff]);

	private readonly bytes: Buffer;
	private readonly view: DataView;
	private at = 0;

	/** @param leastBytes room for the first row */
	constructor(leastBytes: number) {
		this.bytes = Buffer.allocUnsafe(Math.max(pieceBytes, leastBytes));
		this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
	}

	hasRoomFor(bytes: number): boolean {
		return this.at + bytes <= this.bytes.length;
	}

	written(): Buffer {
		return this.bytes.subarray(0, this.at);
	}

	row(columns: number): void {
		this.view.setInt16(this.at, columns);
		this.at += 2;
	}

	int(value: number | null): void {
		if (value === null) return this.null();
		this.view.setInt32(this.at, 4);
		this.view.setInt32(this.at + 4, value);
		this.at += 8;
	}

	/** A whole number that JavaScript holds exactly. */
	bigint(value: number | null): void {
		if (value === null) return this.null();
		const high = Math.floor(value / low);
		this.view.setInt32(this.at, 8);
		this.view.setInt32(this.at + 4, high);
		this.view.setUint32(this.at + 8, value - high * low);
		this.at += 12;
	}

	/** Any signed 64-bit number, as text. */
	bigintText(value: string | null): void {
		if (value === null) return this.null();
		this.view.setInt32(this.at, 8);
		this.view.setBigInt64(this.at + 4, BigInt(value));
		this.at += 12;
	}

	instant(at: number | null): void {
		this.bigint(at === null ? null : (at - epochAt) * 1000);
	}

	boolean(value: boolean): void {
		this.view.setInt32(this.at, 1);
		this.view.setUint8(this.at + 4, value ? 1 : 0);
		this.at += 5;
	}

	text(value: string | null): void {
		if (value === null) return this.null();
		const length = this.writeAscii(value) ?? this.bytes.write(value, this.at + 4);
		this.view.setInt32(this.at, length);
		this.at += 4 + length;
	}

	/** Its length; null: it is long, or holds other letters. Short texts cost less than asking for them to be written. */
	private writeAscii(value: string): number | null {
		if (value.length > 32) return null;
		for (let i = 0; i < value.length; i++) {
			const code = value.charCodeAt(i);
			if (code > 127) return null;
			this.bytes[this.at + 4 + i] = code;
		}
		return value.length;
	}

	private null(): void {
		this.view.setInt32(this.at, -1);
		this.at += 4;
	}
}
