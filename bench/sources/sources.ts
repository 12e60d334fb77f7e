import type { MixedSource, Source } from '#sources/source.ts';
import { figure, interleave, type Figure, type Samples } from '../figure.ts';
import { measuredSources, type Measured } from './vendorTexts.ts';

const megabyte = 1_000_000;
/** As a body comes from a socket. */
const pieceChars = 65_536;

/**
 * How fast sources read, each alone on one core, beside what JSON.parse alone takes for the same: of those in JSON the
 * same values as lines, of queue_log the same events.
 */
export async function benchSources({ rounds, bytes }: { rounds: number; bytes: number }): Promise<Figure[]> {
	const figures: Figure[] = [];
	// One after the other, so that the texts of all need not be in memory together.
	for (const one of measuredSources(bytes)) figures.push(...(await measured(one, rounds)));
	return figures;
}

async function measured({ name, make, text, lines }: Measured, rounds: number): Promise<Figure[]> {
	const pieces = piecesOf(text);
	const megabytes = text.length / megabyte;
	const parsed = lines === null ? undefined : 'JSON.parse of the same';
	const items = read(make(), pieces);
	const besides: [string, () => Promise<number>][] = [];
	if (lines !== null && parsed !== undefined)
		besides.push([parsed, async () => megabytes / (await seconds(() => parseLines(lines)))]);
	const samples = await interleave(rounds, [
		[name, async () => megabytes / (await seconds(() => read(make(), pieces)))],
		...besides
	]);
	const records: Samples = new Map([
		[`${name}, items`, (samples.get(name) ?? []).map((value) => (value / megabytes) * items)]
	]);
	return [figure(samples, 'MB/s', name, parsed), figure(records, 'records/s', `${name}, items`)];
}

function read(source: Source | MixedSource, pieces: string[]): number {
	let items = 0;
	for (const piece of pieces) items += source.read(piece).length;
	return items + source.end().length;
}

function parseLines(lines: string[]): number {
	let columns = 0;
	for (const line of lines) columns += Object.keys(JSON.parse(line)).length;
	return columns;
}

async function seconds(work: () => number): Promise<number> {
	const startedAt = performance.now();
	if (work() === 0) throw new Error('nothing was read');
	return (performance.now() - startedAt) / 1000;
}

function piecesOf(text: string): string[] {
	// Through bytes, as they come from a socket: a slice of a long text would be no copy.
	const bytes = Buffer.from(text);
	const pieces: string[] = [];
	const decoder = new TextDecoder();
	for (let at = 0; at < bytes.length; at += pieceChars)
		pieces.push(decoder.decode(bytes.subarray(at, at + pieceChars), { stream: true }));
	return pieces;
}
