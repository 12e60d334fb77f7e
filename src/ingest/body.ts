import type { Charset } from '#sources/charset.ts';
import type { CsvOptions } from '#sources/csv/csvOptions.ts';
import type { MixedSource, Source } from '#sources/source.ts';
import type { Batch } from './batch.ts';
import { BodyProblem } from './bodyProblem.ts';

/** A body as it comes, or one that is here already; null: there is none. */
export type BodyStream = ReadableStream<Uint8Array> | Uint8Array | null;

/** A request's body with records, and what the request says of it. */
export interface Body {
	stream: BodyStream;
	contentType: string | null;
	contentEncoding: string | null;
	/** `?format=` */
	format: string | null;
	/** Around the body's source, where the body comes in an envelope. */
	wrap?: <Inner extends Source | MixedSource>(inner: Inner) => Inner;
	/** `?queue=`: the queue of records that name none. */
	queue: string | null;
	/** `?source=`: the system that they come from; null: what the format says. */
	source: string | null;
	/** `?zone=`: the zone of local times in formats that carry none; null: the setting's. */
	zone: string | null;
	/** `?fields=`: the order of the fields, in formats that leave it open. */
	fields: string[] | null;
	/** `?map=` and what goes with it: how a table is read whose columns have names of their own. */
	csv?: CsvOptions | null;
	/** How the text is encoded; null: as its first bytes look; left out: UTF-8. */
	charset?: Charset | null;
	dryRun: boolean;
	/** Slugs that the key may write to; null: all. */
	allowedQueues: string[] | null;
	now: number;
	/** Sees each batch when it is decided. */
	watch?: (batch: Pick<Batch, 'changes' | 'events' | 'rejects' | 'sentTexts'>) => void;
	/** Hears that all of it is read, and waits to be stored. */
	whenRead?: () => void;
}

/** `gzip` or null, for what is not compressed. Throws BodyProblem for anything else. */
export function checkEncoding(encoding: string | null): string | null {
	const name = encoding?.trim().toLowerCase() ?? '';
	if (name === '' || name === 'identity') return null;
	if (name === 'gzip' || name === 'x-gzip') return 'gzip';
	throw new BodyProblem(415, 'Content-Encoding not taken', 'Only gzip is understood as Content-Encoding.');
}
