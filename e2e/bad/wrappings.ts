import { gzipSync } from 'node:zlib';
import { bytes, type BodyCase } from './body.ts';
import { good } from './record.ts';

const json = () => JSON.stringify(good());
const lines = (count: number) => Array.from({ length: count }, () => `${json()}\n`).join('');
const zip = (text: string) => Uint8Array.from(gzipSync(text));
const flipped = (packed: Uint8Array<ArrayBuffer>) => packed.map((byte, i) => (i === 30 ? byte ^ 0xff : byte));

const gzip: BodyCase[] = [
	{ mistake: 'gzip that is none', body: json(), status: 400, says: /not whole gzip/ },
	{ mistake: 'gzip of nothing at all', body: bytes([0x1f, 0x8b]), status: 400, says: /not whole gzip/ },
	{ mistake: 'gzip that is cut off', body: zip(json()).slice(0, -12), status: 400, says: /not whole gzip/ },
	{ mistake: 'gzip with a wrong byte', body: flipped(zip(json())), status: 400, says: /not whole gzip/ },
	{
		mistake: 'gzip of gzip',
		body: Uint8Array.from(gzipSync(gzipSync(json()))),
		status: 400,
		says: /not JSON/
	},
	{
		mistake: 'gzip that grows a thousandfold',
		body: zip(`${json()}\n${' '.repeat(64 * 1024 * 1024)}`),
		type: 'application/x-ndjson',
		status: 413,
		says: /more than 100 times/
	},
	{
		mistake: 'gzip of more than a JSON body may hold',
		body: zip(' '.repeat(9e6)),
		status: 413,
		says: /at most|times/
	},
	{
		mistake: 'NDJSON in gzip that is cut off',
		body: zip(lines(50)).slice(0, -20),
		type: 'application/x-ndjson',
		status: 400,
		says: /not whole gzip/
	}
];

const encodings = ['br', 'deflate', 'zstd', 'gzip, gzip', 'aes128gcm'].map((encoding): BodyCase => ({
	mistake: `Content-Encoding: ${encoding}`,
	body: json(),
	encoding,
	status: 415,
	says: /Only gzip/,
	stored: 0
}));

const types = [
	'text/plain',
	'application/xml',
	'multipart/form-data; boundary=x',
	'application/x-www-form-urlencoded',
	'application/octet-stream',
	'json',
	'application/json-seq',
	'*/*'
].map((type): BodyCase => ({
	mistake: `Content-Type: ${type}`,
	body: json(),
	type,
	status: 415,
	says: /Send application\/json/,
	stored: 0
}));

const parameters: [string, RegExp][] = [
	['format=', /unknown format/],
	['format=xml', /unknown format: xml/],
	['format=JSON', /unknown format: JSON/],
	['format=constructor', /unknown format: constructor/],
	['format=__proto__', /unknown format/],
	['dry_run=1', /dry_run must be true or false/],
	['dry_run=', /dry_run must be true or false/],
	['dry_run=TRUE', /dry_run must be true or false/]
];

/** A good record in a wrapping that cannot be opened. */
export const wrappings: BodyCase[] = [
	...gzip.map((one): BodyCase => ({ ...one, encoding: 'gzip', stored: 0 })),
	...encodings,
	...types,
	{ mistake: 'no Content-Type', body: bytes(json()), type: null, status: 415, says: /without a/, stored: 0 },
	...parameters.map(([query, says]): BodyCase => ({
		mistake: `?${query}`,
		body: json(),
		query,
		status: 400,
		says,
		stored: 0
	}))
];

/** What only looks wrong. */
export const wrappingOddities: BodyCase[] = [
	{ mistake: 'Content-Encoding: identity', body: json(), encoding: 'identity', status: 200, stored: 1 },
	{ mistake: 'X-GZIP', body: zip(json()), encoding: 'X-GZIP', status: 200, stored: 1 },
	{
		mistake: '?format= decides, whatever the Content-Type',
		body: lines(2),
		type: 'text/csv',
		query: 'format=ndjson',
		status: 200,
		stored: 2
	}
];
