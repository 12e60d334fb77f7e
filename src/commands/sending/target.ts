import { parseArgs } from 'node:util';
import { formats } from '#ingest/chooseSource.ts';
import { isZone } from '#time/zone.ts';

/** Where calls are sent, and what is said of them. */
export interface Target {
	/** With what `?` says beside the format. */
	address: URL;
	key: string;
	format: string | null;
	file: string;
	values: { 'dry-run'?: boolean; follow?: boolean; position?: string };
}

const options = {
	format: { type: 'string' },
	queue: { type: 'string' },
	zone: { type: 'string' },
	source: { type: 'string' },
	fields: { type: 'string' },
	url: { type: 'string', default: 'http://127.0.0.1:3000' },
	key: { type: 'string' },
	'dry-run': { type: 'boolean', default: false },
	follow: { type: 'boolean', default: false },
	position: { type: 'string' }
} as const;

/** The words behind `import` and `tail`; a sentence where they cannot be taken. */
export function readTarget(args: string[], env: Record<string, string | undefined>): Target | string {
	let parsed;
	try {
		parsed = parseArgs({ args, allowPositionals: true, options });
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
	const { values, positionals } = parsed;
	const [file] = positionals;
	const key = values.key ?? env.OFFPEAK_API_KEY;
	if (file === undefined || positionals.length > 1) return 'Name one file.';
	if (!key) return 'Give a key with --key or in OFFPEAK_API_KEY.';
	if (values.format !== undefined && !formats.includes(values.format))
		return `There is no format ${values.format}; known are ${formats.join(', ')}.`;
	if (values.zone !== undefined && !isZone(values.zone))
		return '--zone must be an IANA zone, such as Asia/Shanghai.';
	if (!/^https?:\/\//.test(values.url) || !URL.canParse(values.url))
		return '--url must be an http(s) address.';
	const address = new URL(`${values.url.replace(/\/+$/, '')}/api/v1/calls`);
	for (const name of ['queue', 'zone', 'source', 'fields'] as const) {
		const value = values[name];
		if (value !== undefined) address.searchParams.set(name, value);
	}
	if (values['dry-run']) address.searchParams.set('dry_run', 'true');
	return { address, key, format: values.format ?? null, file, values };
}
