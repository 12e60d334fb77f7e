import { parseArgs } from 'node:util';
import { readBodyQuery } from '#ingest/bodyQuery.ts';
import { formats } from '#ingest/chooseSource.ts';
import { csvParameterNames } from '#sources/csv/csvOptions.ts';

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
	encoding: { type: 'string' },
	map: { type: 'string', multiple: true },
	delimiter: { type: 'string' },
	header: { type: 'string' },
	dates: { type: 'string' },
	durations: { type: 'string' },
	outcome: { type: 'string', multiple: true },
	group: { type: 'boolean' },
	only: { type: 'string', multiple: true },
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
	if (!/^https?:\/\//.test(values.url) || !URL.canParse(values.url))
		return '--url must be an http(s) address.';
	const address = new URL(`${values.url.replace(/\/+$/, '')}/api/v1/calls`);
	for (const name of ['queue', 'zone', 'source', 'fields', 'encoding', ...csvParameterNames] as const)
		for (const value of [values[name] ?? []].flat()) address.searchParams.append(name, String(value));
	const said = readBodyQuery(address.searchParams, null);
	if ('problem' in said) return `--${said.problem.message}`;
	if (values['dry-run']) address.searchParams.set('dry_run', 'true');
	return { address, key, format: values.format ?? null, file, values };
}
