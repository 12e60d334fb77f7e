import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { countLines } from './writeBackup.server.ts';
import { endOfRows, type End, type Head, type TableHead } from './backupFile.ts';

/** Why a file is no backup that can be restored, as the rest of a sentence about it. */
export class BadBackup extends Error {}

/** A piece of a backup: a table begins, or some of its rows, each with the line's end. */
export type Piece = { table: TableHead } | { rows: Buffer };

/**
 * Reads a file to its end and checks that it is whole: its checksum, and that each table has as many rows as it
 * says. Throws BadBackup for anything else.
 */
export async function checkBackup(file: string): Promise<{ head: Head; end: End }> {
	const reading = readBackup(file);
	const { value: head } = await reading.next();
	if (!head || !('format' in head)) throw new BadBackup('is empty');
	for await (const piece of reading) if ('sha256' in piece) return { head, end: piece };
	throw new BadBackup('ends before its end');
}

/** Gives its head, its pieces, and, when all of it has been checked, its end. */
export async function* readBackup(file: string): AsyncGenerator<Head | Piece | End> {
	const hash = createHash('sha256');
	const counted: Record<string, number> = {};
	let table: string | null = null;
	let isFirst = true;
	let end: End | null = null;
	for await (const lines of wholeLines(file))
		for (const part of inParts(lines, () => table !== null)) {
			if (end) throw new BadBackup('goes on after its end');
			if (part.isRows && table !== null) {
				hash.update(part.bytes);
				counted[table] = (counted[table] ?? 0) + countLines(part.bytes);
				yield { rows: part.bytes };
				continue;
			}
			const text = part.bytes.toString('utf8').trimEnd();
			if (table !== null && text === endOfRows) {
				table = null;
			} else {
				const said = parse(text);
				if (isFirst) yield headOf(said);
				else if ('sha256' in said) end = endOf(said, hash.digest('hex'), counted);
				else {
					const head = tableOf(said);
					table = `${head.schema}.${head.table}`;
					counted[table] = 0;
					yield { table: head };
				}
				isFirst = false;
			}
			if (!end) hash.update(part.bytes);
		}
	if (!end) throw new BadBackup('ends before its end');
	yield end;
}

/** Splits whole lines where rows end: what stands in a table stays together. */
function* inParts(lines: Buffer, inTable: () => boolean): Generator<{ isRows: boolean; bytes: Buffer }> {
	const endLine = Buffer.from(`\n${endOfRows}\n`);
	for (let at = 0; at < lines.length;) {
		if (inTable()) {
			const isEnd = lines.subarray(at, at + 3).equals(endLine.subarray(1));
			const found = lines.indexOf(endLine, at);
			const to = isEnd ? at : found === -1 ? lines.length : found + 1;
			if (to > at) yield { isRows: true, bytes: lines.subarray(at, to) };
			at = to;
			if (at === lines.length) return;
		}
		const to = lines.indexOf(10, at) + 1;
		yield { isRows: false, bytes: lines.subarray(at, to) };
		at = to;
	}
}

async function* wholeLines(file: string): AsyncGenerator<Buffer> {
	const input = createReadStream(file, { highWaterMark: 256 * 1024 });
	const gunzip = createGunzip({ chunkSize: 256 * 1024 });
	input.on('error', (error) => gunzip.destroy(error));
	input.pipe(gunzip);
	let rest: Buffer[] = [];
	try {
		for await (const chunk of gunzip) {
			const bytes: Buffer = chunk;
			const last = bytes.lastIndexOf(10);
			if (last === -1) {
				rest.push(bytes);
				continue;
			}
			yield Buffer.concat([...rest, bytes.subarray(0, last + 1)]);
			rest = [bytes.subarray(last + 1)];
		}
	} catch (error) {
		if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
			throw new BadBackup(`is damaged (${error.message})`);
		throw error;
	} finally {
		input.destroy();
		gunzip.destroy();
	}
	if (rest.some((bytes) => bytes.length > 0)) throw new BadBackup('ends in the middle of a line');
}

function parse(text: string): object {
	try {
		const said: unknown = JSON.parse(text);
		if (typeof said === 'object' && said !== null) return said;
	} catch {
		// Told below.
	}
	throw new BadBackup('is no backup of Offpeak');
}

function headOf(said: object): Head {
	if (!('format' in said) || said.format !== 'offpeak-backup') throw new BadBackup('is no backup of Offpeak');
	if (!('version' in said) || said.version !== 1)
		throw new BadBackup('was made by a newer Offpeak: restore it with that one');
	const { migrated_to, made_at } = said as Partial<Head>;
	if (typeof migrated_to !== 'number' || typeof made_at !== 'string') throw new BadBackup('is damaged');
	return { format: 'offpeak-backup', version: 1, migrated_to, made_at };
}

function tableOf(said: object): TableHead {
	const { schema, table, columns } = said as Partial<TableHead>;
	if (typeof schema !== 'string' || typeof table !== 'string' || !Array.isArray(columns))
		throw new BadBackup('is damaged');
	return { schema, table, columns };
}

function endOf(said: object, sha256: string, counted: Record<string, number>): End {
	const { rows, figures, sha256: wanted } = said as Partial<End>;
	if (wanted !== sha256) throw new BadBackup('is damaged (its checksum differs)');
	if (JSON.stringify(rows) !== JSON.stringify(counted) || !Array.isArray(figures))
		throw new BadBackup('is damaged (rows are missing)');
	return { rows: counted, figures, sha256 };
}
