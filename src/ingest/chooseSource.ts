import { cloudEvents } from '#sources/cloudEvents.ts';
import { csv } from '#sources/csv.ts';
import { mappedCsv } from '#sources/csv/mappedCsv.ts';
import { json } from '#sources/json.ts';
import { ndjson } from '#sources/ndjson.ts';
import { eventSources } from '#sources/eventSources.ts';
import type { MixedSource, Source, SourceOptions } from '#sources/source.ts';
import { vendorSources } from '#sources/vendorSources.ts';
import { BodyProblem } from './bodyProblem.ts';
import { limits } from './limits.ts';

export interface ChosenSource {
	source: Source | MixedSource;
	/** Its name, as `?format=` has it. */
	format: string;
	/** The system that records come from which do not say. */
	system: string;
	/** Bytes after decompression; null: as long as it likes. */
	mostBytes: number | null;
}

const byFormat: Record<string, (options: SourceOptions) => Pick<ChosenSource, 'source' | 'mostBytes'>> = {
	json: () => ({ source: json(), mostBytes: limits.json_body_bytes }),
	ndjson: () => ({ source: ndjson(), mostBytes: null }),
	csv: (options) => ({ source: options.csv ? mappedCsv(options, options.csv) : csv(), mostBytes: null }),
	cloudevents: (options) => ({ source: cloudEvents(null, options), mostBytes: null }),
	...Object.fromEntries(
		Object.entries({ ...eventSources, ...vendorSources }).map(([name, make]) => [
			name,
			(options: SourceOptions) => ({ source: make(options), mostBytes: null })
		])
	)
};

const formatOfType: Record<string, string> = {
	'application/json': 'json',
	'application/x-ndjson': 'ndjson',
	'application/ndjson': 'ndjson',
	'text/csv': 'csv',
	'application/cloudevents+json': 'cloudevents',
	'application/cloudevents-batch+json': 'cloudevents',
	'application/vcon+json': 'vcon'
};

/** What a body is that comes without a type (RFC 9110, 8.3). */
const untyped = 'application/octet-stream';

/** The names that `?format=` takes. */
export const formats = Object.keys(byFormat);

/** How a body is read: `?format=` decides, else its Content-Type; in CloudEvents, of what is inside of them. */
export function chooseSource(
	format: string | null,
	contentType: string | null,
	options: SourceOptions
): ChosenSource {
	const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
	if (format !== null) {
		// Of an envelope, the format is that of what is inside.
		if (formatOfType[type] === 'cloudevents' && isVendors(format))
			return { source: cloudEvents(format, options), mostBytes: null, format, system: systemOf(format) };
		const chosen = named(format, options);
		if (chosen) return chosen;
		throw new BodyProblem(
			400,
			'Unknown format',
			`unknown format: ${format.slice(0, 100)}; known are ${formats.join(', ')}.`
		);
	}
	const chosen = Object.hasOwn(formatOfType, type) ? named(formatOfType[type] ?? '', options) : null;
	if (chosen) return chosen;
	throw new BodyProblem(
		415,
		'Content-Type not taken',
		`Send ${Object.keys(formatOfType).join(', ')}, or say ?format=; this was ${type === '' || type === untyped ? 'without a Content-Type that tells' : type.slice(0, 100)}.`
	);
}

function named(format: string, options: SourceOptions): ChosenSource | null {
	const make = Object.hasOwn(byFormat, format) ? byFormat[format] : undefined;
	if (!make) return null;
	const chosen = make(options);
	const { source } = chosen;
	const isMapped = format === 'csv' && Boolean(options.csv);
	const system = isLog(format) && 'fold' in source ? source.system : isMapped ? 'csv' : systemOf(format);
	return { ...chosen, format, system };
}

function isVendors(format: string): boolean {
	return Object.hasOwn(vendorSources, format) || isLog(format);
}

function isLog(format: string): boolean {
	return Object.hasOwn(eventSources, format);
}

/** Vendors' sources name their records after themselves; call records are of `api`, unless they say. */
function systemOf(format: string): string {
	return Object.hasOwn(vendorSources, format) ? format : 'api';
}
