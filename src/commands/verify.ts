import { parseArgs } from 'node:util';
import { verifyRollups, type Difference } from '#rollups/verify.server.ts';
import type { Command } from './runCommand.ts';
import { withDatabase } from './withDatabase.ts';

const shown = 20;

/** Recounts every figure from its calls; exit code 1 when any differs (0 with --repair, which mends them). */
export const verify: Command = {
	usage: '[--repair]',
	summary:
		'recounts every rollup from the records and reports (repairs) differences; exit 1 when there are any',
	async run(args) {
		const { values } = parseArgs({ args, options: { repair: { type: 'boolean', default: false } } });
		return withDatabase(async (database, { retentionDays, clockOffsetMs }) => {
			const { rows, differences } = await verifyRollups(database, {
				repair: values.repair,
				kept: retentionDays === null ? null : { retentionDays, now: Date.now() + clockOffsetMs },
				progress: ({ queue, month, rows, differences }) =>
					console.log(`${queue} ${month}: ${rows} rows, ${differences} differ`)
			});
			for (const difference of differences.slice(0, shown)) console.log(inWords(difference));
			if (differences.length > shown) console.log(`… and ${differences.length - shown} more`);
			const mended = values.repair && differences.length > 0 ? ', repaired' : '';
			console.log(`${rows} rows recounted, ${differences.length} differ${mended}.`);
			return differences.length > 0 && !values.repair ? 1 : 0;
		});
	}
};

function inWords({ queue, level, startAt, topicId, fields }: Difference): string {
	const what = fields.map(
		({ name, stored, counted }) => `${name} ${String(stored)} instead of ${String(counted)}`
	);
	const topic = topicId === 0 ? '' : `, topic ${topicId}`;
	return `${queue}, ${level} from ${new Date(startAt).toISOString()}${topic}: ${what.join(', ')}`;
}
