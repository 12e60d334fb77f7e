/** One field of a form, or a file of it; its bytes are read before the next part comes. */
export interface FormPart {
	name: string;
	/** Null: a plain field. */
	fileName: string | null;
	bytes: AsyncGenerator<Uint8Array>;
}

const headBytes = 16 * 1024;

/**
 * The parts of a form of type multipart/form-data (RFC 7578), one after the other, without holding any file whole: what
 * `request.formData()` would do to a gigabyte. Throws `not a form: …` for a body that is none.
 */
export async function* formParts(
	body: AsyncIterable<Uint8Array>,
	contentType: string | null
): AsyncGenerator<FormPart> {
	const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '') ?? [];
	const boundary = quoted ?? plain;
	if (boundary === undefined) throw new Error('not a form: no boundary');
	const reader = new Cutter(body, Buffer.from(`\r\n--${boundary}`));
	await drain(reader.untilBoundary());
	while ((await reader.take(2)).toString() === '\r\n') {
		const head = await reader.head();
		const name = /\bname="([^"]*)"/i.exec(head)?.[1] ?? '';
		const fileName = /\bfilename="([^"]*)"/i.exec(head)?.[1] ?? null;
		const bytes = reader.untilBoundary();
		yield { name: decoded(name), fileName: fileName === null ? null : decoded(fileName), bytes };
		await drain(bytes);
	}
}

/** Browsers escape quotes and line ends in names, and nothing else. */
function decoded(name: string): string {
	return name.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
}

async function drain(bytes: AsyncGenerator<Uint8Array>): Promise<void> {
	for await (const _ of bytes);
}

/** Hands out what comes in, up to the next boundary at most. */
class Cutter {
	/** As if the first boundary stood on a line of its own too. */
	private waiting: Buffer = Buffer.from('\r\n');
	private readonly more: AsyncIterator<Uint8Array>;

	constructor(
		body: AsyncIterable<Uint8Array>,
		private readonly boundary: Buffer
	) {
		this.more = body[Symbol.asyncIterator]();
	}

	async *untilBoundary(): AsyncGenerator<Uint8Array> {
		for (;;) {
			const at = this.waiting.indexOf(this.boundary);
			if (at !== -1) {
				const last = this.waiting.subarray(0, at);
				this.waiting = this.waiting.subarray(at + this.boundary.length);
				if (last.length > 0) yield last;
				return;
			}
			// A boundary may have begun at the end.
			const sure = this.waiting.length - this.boundary.length;
			if (sure > 0) {
				const piece = this.waiting.subarray(0, sure);
				this.waiting = this.waiting.subarray(sure);
				yield piece;
			}
			await this.fill();
		}
	}

	async take(bytes: number): Promise<Buffer> {
		while (this.waiting.length < bytes) await this.fill();
		const taken = this.waiting.subarray(0, bytes);
		this.waiting = this.waiting.subarray(bytes);
		return taken;
	}

	async head(): Promise<string> {
		for (;;) {
			const end = this.waiting.indexOf('\r\n\r\n');
			if (end !== -1) return (await this.take(end + 4)).toString('utf8');
			if (this.waiting.length > headBytes) throw new Error('not a form: the head of a part is too long');
			await this.fill();
		}
	}

	private async fill(): Promise<void> {
		const { done, value } = await this.more.next();
		if (done) throw new Error('not a form: it ends before its last boundary');
		this.waiting = Buffer.concat([this.waiting, value]);
	}
}
