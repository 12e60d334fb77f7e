import { isAscii } from 'node:buffer';
import { charsetBytes, guessCharset, type Charset } from '#sources/charset.ts';

/** Decodes text whose encoding may be known only when some of it has come. */
export class BodyDecoder {
	private decoder: TextDecoder | null;
	private beginning: Uint8Array[] = [];
	private size = 0;
	/** Of UTF-8 that has begun: no letter is cut by the end of what has come. */
	private isBetweenLetters = false;

	/** @param charset null: as the first bytes look */
	constructor(charset: Charset | null) {
		this.decoder = charset === null ? null : new TextDecoder(charset);
	}

	decode(piece: Uint8Array): string {
		if (this.decoder) return this.decodePiece(this.decoder, piece);
		this.beginning.push(piece);
		this.size += piece.length;
		return this.size < charsetBytes ? '' : this.decodePiece(this.begin(), this.taken());
	}

	end(): string {
		return (this.decoder ?? this.begin()).decode(this.taken());
	}

	/** Nearly all pieces are ASCII: read as such they are texts of half the size, which cost half as much to read on. */
	private decodePiece(decoder: TextDecoder, piece: Uint8Array): string {
		if (this.isBetweenLetters && isAscii(piece)) return bufferOf(piece).toString('latin1');
		const last = piece.at(-1);
		if (last !== undefined) this.isBetweenLetters = decoder.encoding === 'utf-8' && last < 0x80;
		return decoder.decode(piece, { stream: true });
	}

	private begin(): TextDecoder {
		return (this.decoder = new TextDecoder(
			guessCharset(Buffer.concat(this.beginning).subarray(0, charsetBytes))
		));
	}

	private taken(): Uint8Array {
		return Buffer.concat(this.beginning.splice(0));
	}
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
	return Buffer.from(buffer, byteOffset, byteLength);
}
