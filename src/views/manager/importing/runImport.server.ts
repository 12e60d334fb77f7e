import type { Answer } from '#ingest/acceptCalls.server.ts';
import { readBodyQuery } from '#ingest/bodyQuery.ts';
import { BodyProblem } from '#ingest/bodyProblem.ts';
import type { Reject } from '#model/call.ts';
import { charsetBytes, guessCharset, type Charset } from '#sources/charset.ts';
import { guessChars, guessLayout } from '#sources/csv/csvGuess.ts';
import type { CsvOptions } from '#sources/csv/csvOptions.ts';
import type { Product } from '#work/product.server.ts';
import { unzipped } from './previewImport.server.ts';

/** What became of a file. */
export interface ImportRun {
	answer: Answer;
	/** Names of the queues that its calls are of, the first hundred. */
	queues: string[];
	/** When the first and the last of its callers began to wait; null: there is none. */
	firstAt: number | null;
	lastAt: number | null;
	reasons: Map<string, number>;
	/** Those that could not be read, with what was sent, as far as there is room. */
	rejects: (Reject & { text: string })[];
	/** Of a table: what stands above its rows, to the header row. */
	head: string;
	/** Of a table: the names of its columns. */
	columns: string[] | null;
}

const mostRejects = 5_000;
const mostCharacters = 1_000_000;
const mostQueues = 100;

/** Reads a file to its end: stores it, or with `dryRun` only says what would become of it. */
export async function runImport(
	{ ingest }: Pick<Product, 'ingest'>,
	bytes: AsyncGenerator<Uint8Array>,
	query: URLSearchParams,
	{ dryRun, now, queues = null }: { dryRun: boolean; now: number; queues?: string[] | null }
): Promise<ImportRun | { problem: string }> {
	const said = readBodyQuery(query, null);
	if ('problem' in said) return { problem: said.problem.message };
	const run = new Seen();
	const beginning = await firstBytes(bytes, charsetBytes);
	const isGzip = beginning[0] === 0x1f && beginning[1] === 0x8b;
	const table = said.format === 'csv' && said.csv ? headOf(beginning, said.csv, said.charset) : null;
	try {
		const answer = await ingest.accept({
			...said,
			csv: said.format === 'csv' ? said.csv : null,
			stream: streamOf(beginning, bytes),
			contentType: null,
			contentEncoding: isGzip ? 'gzip' : null,
			dryRun,
			allowedQueues: queues,
			now,
			watch: (batch) => run.see(batch)
		});
		return { answer, ...run.sums(), head: table?.head ?? '', columns: table?.columns ?? null };
	} catch (error) {
		if (error instanceof BodyProblem) return { problem: error.detail };
		throw error;
	}
}

type Watched = Parameters<NonNullable<Parameters<Product['ingest']['accept']>[0]['watch']>>[0];

class Seen {
	private readonly queues = new Set<string>();
	private readonly reasons = new Map<string, number>();
	private readonly rejects: ImportRun['rejects'] = [];
	private characters = 0;
	private firstAt = Infinity;
	private lastAt = -Infinity;

	see({ changes, events, rejects, sentTexts }: Watched): void {
		for (const change of changes)
			if (!('deleted' in change)) this.call(change.queueName ?? change.queue, change.enqueuedAt);
		for (const event of events) if (event.trail !== '') this.call(event.queue, event.sinceAt);
		for (const reject of rejects) {
			this.reasons.set(reject.code, (this.reasons.get(reject.code) ?? 0) + 1);
			const text = sentTexts.get(reject) ?? reject.text;
			this.characters += text.length;
			if (this.rejects.length >= mostRejects || this.characters > mostCharacters) continue;
			const { line, id, field, code, message } = reject;
			this.rejects.push({ line, id, field, code, message, text });
		}
	}

	sums(): Omit<ImportRun, 'answer' | 'head' | 'columns'> {
		const { reasons, rejects } = this;
		const isKnown = this.firstAt !== Infinity;
		return {
			queues: [...this.queues],
			firstAt: isKnown ? this.firstAt : null,
			lastAt: isKnown ? this.lastAt : null,
			reasons,
			rejects: rejects.sort((a, b) => a.line - b.line)
		};
	}

	private call(queue: string, at: number): void {
		if (this.queues.size < mostQueues) this.queues.add(queue);
		if (at < this.firstAt) this.firstAt = at;
		if (at > this.lastAt) this.lastAt = at;
	}
}

async function firstBytes(bytes: AsyncGenerator<Uint8Array>, wanted: number): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	let size = 0;
	while (size < wanted) {
		const { done, value } = await bytes.next();
		if (done) break;
		pieces.push(value);
		size += value.length;
	}
	return Buffer.concat(pieces);
}

/** The lines of a table up to its header row, as text, and the columns' names. */
function headOf(
	beginning: Buffer,
	options: CsvOptions,
	charset: Charset | null
): { head: string; columns: string[] } {
	const plain = unzipped({ beginning, isWhole: false })?.bytes ?? Buffer.alloc(0);
	const text = new TextDecoder(charset ?? guessCharset(plain.subarray(0, charsetBytes))).decode(plain);
	const { header, columns } = guessLayout(text.slice(0, guessChars), options);
	const lines = text.split('\n').slice(0, header);
	return { head: lines.map((line) => `${line}\n`).join(''), columns };
}

function streamOf(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
	let isFirst = true;
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			if (isFirst && first.length > 0) {
				isFirst = false;
				return controller.enqueue(first);
			}
			const { done, value } = await rest.next();
			if (done) controller.close();
			else controller.enqueue(value);
		}
	});
}
