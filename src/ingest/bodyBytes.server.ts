import { BodyProblem } from './bodyProblem.ts';

/** How long the rest of a body is let in when nobody wants it any more. */
const lingerMs = 5_000;

/**
 * The bytes of a body as they come, to be read once. Throws BodyProblem for one that stands still (408) or breaks off
 * (400). No generator: a record that comes alone would pay for its promises more than for all else that is read of it.
 */
export class BodyBytes implements AsyncIterableIterator<Uint8Array> {
	/** How many have come so far. */
	received = 0;
	private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
	private readonly timer: NodeJS.Timeout;
	private fail: (error: BodyProblem) => void = () => {};
	private ended = false;

	/** @param idleMs a sender that sends nothing for so long is told 408 */
	constructor(body: ReadableStream<Uint8Array>, idleMs: number) {
		this.reader = body.getReader();
		this.timer = setTimeout(() => this.fail(tooSlow(idleMs)), idleMs);
	}

	[Symbol.asyncIterator](): this {
		return this;
	}

	next(): Promise<IteratorResult<Uint8Array, undefined>> {
		this.timer.refresh();
		return new Promise((resolve, reject) => {
			this.fail = (error) => {
				void this.return();
				reject(error);
			};
			this.reader.read().then(
				({ done, value }) => {
					if (done) this.end();
					else this.received += value.length;
					resolve(done ? { done, value: undefined } : { done, value });
				},
				() => this.fail(brokenOff())
			);
		});
	}

	/** Nobody wants the rest, or there is none to be had. */
	return(): Promise<IteratorResult<Uint8Array, undefined>> {
		if (!this.ended) void letIn(this.reader);
		this.end();
		return Promise.resolve({ done: true, value: undefined });
	}

	private end(): void {
		this.ended = true;
		clearTimeout(this.timer);
	}
}

function tooSlow(idleMs: number): BodyProblem {
	return new BodyProblem(408, 'Sender too slow', `Nothing came for ${idleMs / 1000} seconds.`);
}

/** A connection that breaks is a matter of its two ends, and no fault of the server. */
function brokenOff(): BodyProblem {
	return new BodyProblem(
		400,
		'Body cannot be read',
		'The connection broke before the body had come to its end.'
	);
}

/**
 * Takes the rest of a body that is refused and drops it. Cancelling at once would cut the connection, and a sender that
 * is still sending would see that instead of the answer. One that has not come to an end by then is cut off.
 */
async function letIn(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
	const timer = setTimeout(() => void reader.cancel().catch(() => undefined), lingerMs);
	timer.unref();
	try {
		while (!(await reader.read()).done);
	} catch {
		// The sender has gone: nobody is left to be answered.
	} finally {
		clearTimeout(timer);
	}
}
