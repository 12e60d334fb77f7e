import { guessCharset } from '#sources/charset.ts';
import { guessLayout } from '#sources/csv/csvGuess.ts';
import { anyTable, csvOptionsOf } from '#sources/csv/csvOptions.ts';
import { guessFormat } from '#sources/guessFormat.ts';
import type { Command } from './runCommand.ts';
import { importFile } from './sending/importFile.ts';
import { beginningOf, calledFrom, openFile } from './sending/openFile.ts';
import { Progress } from './sending/progress.ts';
import { NotTaken } from './sending/sendBody.ts';
import { inWords } from './sending/sums.ts';
import { readTarget } from './sending/target.ts';
import { tail } from './tail.ts';

const attempts = 8;

/** Sends a file to a running server; exit code 0 when all was taken, 1 when some was not, 2 for wrong words. */
export const importCalls: Command = {
	usage:
		'FILE [--format NAME] [--queue SLUG] [--zone ZONE] [--source NAME] [--map FIELD:COLUMN]… [--url URL] [--key KEY] [--dry-run] [--follow]',
	summary: 'sends a file, gzipped or not, to a running server; after a break it goes on where it was',
	async run(args) {
		const target = readTarget(args, process.env);
		if (typeof target === 'string') return refuse(target);
		if (target.values.follow) return tail.run(args);
		const file = await openFile(calledFrom(target.file)).catch((error: Error) => error);
		if (file instanceof Error) return refuse(`${target.file} cannot be read: ${file.message}`);
		const bytes = await beginningOf(file, 65_536);
		const beginning = new TextDecoder(guessCharset(bytes)).decode(bytes);
		const format = target.format ?? guessFormat(beginning);
		if (format === null)
			return refuse('What format the file has cannot be told by its beginning: say --format.');
		const progress = new Progress(process.stderr, file.bytes);
		progress.say(`Format ${format}${target.format === null ? ', as it looks; --format names another' : ''}.`);
		const address = new URL(target.address);
		address.searchParams.set('format', format);
		if (format === 'csv') progress.say(mapColumns(address.searchParams, beginning));
		const dryRun = target.values['dry-run'] === true;
		try {
			const sending = { address, key: target.key, attempts, format, progress, resume: !dryRun };
			const sums = await importFile(file, sending);
			progress.end();
			console.log(`${dryRun ? 'A dry run: nothing was stored. ' : ''}${inWords(sums)}`);
			return sums.rejected > 0 ? 1 : 0;
		} catch (error) {
			progress.end();
			if (!(error instanceof NotTaken)) throw error;
			console.error(`${error.message} The same command goes on from there.`);
			return 1;
		}
	}
};

/** Columns that are not named as the API's fields are told by their names, unless it is said what they are. */
function mapColumns(query: URLSearchParams, beginning: string): string {
	const isOfFields = /^\ufeff?(?=[^\n]*\bid\b)[^\n]*\benqueued_at\b/i.test(beginning);
	if (isOfFields || query.has('map')) return 'Columns as named.';
	query.append('map', 'auto');
	const said = csvOptionsOf(query);
	const { places, columns } = guessLayout(
		beginning,
		'options' in said && said.options ? said.options : anyTable
	);
	const pairs = [...places].map(([field, at]) => `${field}:${at.map((place) => columns[place]).join('+')}`);
	return `Columns as they look: ${pairs.join(', ')}; --map names others.`;
}

function refuse(sentence: string): number {
	console.error(`${sentence}\nUsage: import ${importCalls.usage}`);
	return 2;
}
