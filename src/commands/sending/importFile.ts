import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { csvParameterNames } from '#sources/csv/csvOptions.ts';
import { carrierOf } from './carriers.ts';
import { contentOf, beginningOf, type SentFile } from './openFile.ts';
import { count, cutLines } from './pieces.ts';
import type { Progress } from './progress.ts';
import { readJson, saveJson } from './savedJson.ts';
import { sendBody, type SendOptions } from './sendBody.ts';
import { addAnswer, noSums, type Sums } from './sums.ts';

const pieceBytes = 2 * 1024 * 1024;
const longestHeader = 64 * 1024;

interface ImportOptions extends Omit<SendOptions, 'say'> {
	format: string;
	progress: Progress;
	/** Whether to go on where an import that broke off had come to, and to keep the place for the next one. */
	resume: boolean;
}

/** Where an import has come to, kept beside the file until it has come to the end. */
interface Place {
	of: string;
	endsAt: number;
	lines: number;
	sums: Sums;
}

/** Sends a file from its beginning, or from where it broke off, to its end. Throws NotTaken. */
export async function importFile(file: SentFile, options: ImportOptions): Promise<Sums> {
	const query = options.address.searchParams;
	// How such a table is read is told by its beginning, which pieces from further on do not have.
	const isMapped = [...csvParameterNames, 'encoding'].some((name) => query.has(name));
	const isWhole = isMapped || carrierOf(options.format) === 'whole';
	return isWhole ? sendWhole(file, options) : sendPieces(file, options);
}

async function sendWhole(file: SentFile, { progress, ...options }: ImportOptions): Promise<Sums> {
	const sums = noSums();
	const headers: Record<string, string> = file.gzip ? { 'content-encoding': 'gzip' } : {};
	const body = () => {
		let bytes = 0;
		const chunks = createReadStream(file.path)[Symbol.asyncIterator]();
		return new ReadableStream<Uint8Array>({
			async pull(controller) {
				const { done, value } = await chunks.next();
				if (done) return controller.close();
				controller.enqueue(value);
				progress.show((bytes += value.length), 'sent');
			}
		});
	};
	const say = (sentence: string) => progress.say(sentence);
	addAnswer(sums, await sendBody(body, { ...options, say }, headers), 0);
	return sums;
}

async function sendPieces(file: SentFile, options: ImportOptions): Promise<Sums> {
	const { progress, format, resume, ...sending } = options;
	const placeFile = `${file.path}.offpeak-import`;
	const of = JSON.stringify([file.bytes, file.changedAt, format, options.address.href]);
	const place = (resume ? await readPlace(placeFile, of) : null) ?? {
		of,
		endsAt: 0,
		lines: 0,
		sums: noSums()
	};
	if (place.endsAt > 0) progress.say(`Going on after line ${place.lines}, where an import broke off.`);
	const isTable = carrierOf(format) === 'table';
	const header = isTable ? await headerOf(file) : Buffer.alloc(0);
	let readBytes = 0;
	const content = contentOf(file, place.endsAt, (bytes) => (readBytes = bytes));
	const say = (sentence: string) => progress.say(sentence);
	for await (const piece of cutLines(content, { pieceBytes, quoted: isTable, startsAt: place.endsAt })) {
		const isFirst = place.endsAt === 0;
		const body = isFirst ? piece.bytes : Buffer.concat([header, piece.bytes]);
		const answer = await sendBody(() => body, { ...sending, say });
		addAnswer(place.sums, answer, isFirst ? 0 : place.lines - count(header, 10));
		place.endsAt = piece.endsAt;
		place.lines += piece.lines;
		// Where nothing can be written beside the file, a break sends it all again: that is safe, only longer.
		if (resume) await saveJson(placeFile, place).catch(() => undefined);
		const { rejected } = place.sums;
		progress.show(readBytes, `${place.lines} lines${rejected > 0 ? `, ${rejected} rejected` : ''}`);
	}
	if (resume) await rm(placeFile, { force: true }).catch(() => undefined);
	return place.sums;
}

async function readPlace(path: string, of: string): Promise<Place | null> {
	const saved = await readJson(path);
	return isPlace(saved) && saved.of === of ? saved : null;
}

function isPlace(value: unknown): value is Place {
	return typeof value === 'object' && value !== null && 'of' in value && 'endsAt' in value && 'sums' in value;
}

/** The first line with anything in it, and empty ones before it. */
async function headerOf(file: SentFile): Promise<Buffer> {
	const beginning = await beginningOf(file, longestHeader);
	const [found = ''] = /^(?:\s*\n)*[^\n]*\n?/.exec(beginning.toString('latin1')) ?? [];
	return beginning.subarray(0, found.length);
}
