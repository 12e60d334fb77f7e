import { parseArgs } from 'node:util';
import { isDate } from '#time/zone.ts';
import { verifyRollups, type Difference } from '#rollups/verify.server.ts';
import type { Command } from './runCommand.ts';
import { withDatabase } from './withDatabase.ts';

const shown = 20;

/** Recounts every figure from its calls; exit code 1 when any differs (0 with --repair, which mends them). */
export const verify: Command = {
	usage: '[--repair] [--queue SLUG] [--from DATE]',
	summary:
		'recounts every rollup from the records and reports (repairs) differences; exit 1 when there are any',
	async run(args) {
		const { values } = parseArgs({
			args,
			options: {
				repair: { type: 'boolean', default: false },
				queue: { type: 'string' },
				/** To go on where a run was ended: the last line says how far it came. */
				from: { type: 'string' }
			}
		});
		if (values.from !== undefined && !isDate(values.from))
			return misused('--from must be a date such as 2026-03-02.');
		return withDatabase(async (database, { retentionDays, clockOffsetMs }) => {
			const { rows, differences } = await verifyRollups(database, {
				repair: values.repair,
				queue: values.queue,
				from: values.from,
				kept: retentionDays === null ? null : { retentionDays, now: Date.now() + clockOffsetMs },
				progress: ({ queue, date, rows, differences }) =>
					console.log(`${queue} ${date}: ${rows} rows, ${differences} differ`)
			});
			for (const difference of differences.slice(0, shown)) console.log(inWords(difference));
			if (differences.length > shown) console.log(`… and ${differences.length - shown} more`);
			const mended = values.repair && differences.length > 0 ? ', repaired' : '';
			console.log(`${rows} rows recounted, ${differences.length} differ${mended}.`);
			return differences.length > 0 && !values.repair ? 1 : 0;
		});
	}
};

function misused(sentence: string): number {
	console.error(sentence);
	return 2;
}

function inWords({ queue, level, startAt, topicId, fields }: Difference): string {
	const what = fields.map(
		({ name, stored, counted }) => `${name} ${String(stored)} instead of ${String(counted)}`
	);
	const topic = topicId === 0 ? '' : `, topic ${topicId}`;
	return `${queue}, ${level} from ${new Date(startAt).toISOString()}${topic}: ${what.join(', ')}`;
}
