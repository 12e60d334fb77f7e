import { isAscii } from 'node:buffer';
import { charsetBytes, guessCharset, type Charset } from '#sources/charset.ts';

/** Decodes text whose encoding may be known only when some of it has come. */
export class BodyDecoder {
	private decoder: TextDecoder | null = null;
	private beginning: Uint8Array[] = [];
	private size = 0;
	/** Of UTF-8: no letter is cut by the end of what has come. */
	private isBetweenLetters: boolean;
	private isBegun = false;

	/** @param charset null: as the first bytes look */
	constructor(private charset: Charset | null) {
		this.isBetweenLetters = charset === 'utf-8';
	}

	decode(piece: Uint8Array): string {
		if (this.charset !== null) return this.decodePiece(this.charset, piece);
		this.beginning.push(piece);
		this.size += piece.length;
		return this.size < charsetBytes ? '' : this.decodePiece(this.guess(), this.taken());
	}

	end(): string {
		if (this.decoder === null && this.size === 0) return '';
		return this.decoderOf(this.charset ?? this.guess()).decode(this.taken());
	}

	/** Nearly all pieces are ASCII: read as such they are texts of half the size, which cost half as much to read on. */
	private decodePiece(charset: Charset, piece: Uint8Array): string {
		const last = piece.at(-1);
		if (last === undefined) return '';
		const isPlain = this.isBetweenLetters && isAscii(piece);
		const text = isPlain
			? bufferOf(piece).toString('latin1')
			: this.decoderOf(charset).decode(piece, { stream: true });
		this.isBetweenLetters = charset === 'utf-8' && last < 0x80;
		this.isBegun = true;
		return text;
	}

	/** Made when it is needed: a body with one record is ASCII as a rule, and costs less to read than it does to make. */
	private decoderOf(charset: Charset): TextDecoder {
		// A byte order mark is one at the beginning only.
		return (this.decoder ??= new TextDecoder(charset, { ignoreBOM: this.isBegun }));
	}

	private guess(): Charset {
		const bytes = Buffer.concat(this.beginning).subarray(0, charsetBytes);
		return (this.charset = guessCharset(bytes));
	}

	private taken(): Uint8Array {
		return Buffer.concat(this.beginning.splice(0));
	}
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
	return Buffer.from(buffer, byteOffset, byteLength);
}
