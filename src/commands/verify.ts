import { parseArgs } from 'node:util';
import { isDate } from '#time/zone.ts';
import type { Difference } from '#rollups/compareRows.server.ts';
import { verifyRollups, type VerifiedDay } from '#rollups/verify.server.ts';
import { forgetPlace, keepPlace, readPlace } from '#rollups/verifyPlace.server.ts';
import { noteCommand } from './noteCommand.ts';
import type { Command } from './runCommand.ts';
import { withDatabase } from './withDatabase.ts';

const shown = 20;
/** How often a run writes down how far it has come. */
const placeMs = 1000;

/** Recounts every figure from its calls; exit code 1 when any differs (0 with --repair, which mends them). */
export const verify: Command = {
	usage: '[--repair] [--queue SLUG] [--from DATE] [--resume]',
	summary:
		'recounts every rollup from the records and reports (repairs) differences; exit 1 when there are any',
	async run(args) {
		const { values } = parseArgs({
			args,
			options: {
				repair: { type: 'boolean', default: false },
				queue: { type: 'string' },
				from: { type: 'string' },
				/** Goes on where the last run over everything was ended. */
				resume: { type: 'boolean', default: false }
			}
		});
		if (values.from !== undefined && !isDate(values.from))
			return misused('--from must be a date such as 2026-03-02.');
		const isPart = values.queue !== undefined || values.from !== undefined;
		if (values.resume && isPart)
			return misused('--resume goes on with a run over everything: leave out --queue and --from.');
		return withDatabase(async (database, { retentionDays, clockOffsetMs }) => {
			const after = values.resume ? await readPlace(database) : null;
			if (after)
				console.log(`Goes on after ${after.queue} ${after.date}; what differed before was told then.`);
			let keptAt = 0;
			const { rows, differences } = await verifyRollups(database, {
				repair: values.repair,
				queue: values.queue,
				from: values.from,
				kept: { retentionDays, now: Date.now() + clockOffsetMs },
				after,
				async progress(day) {
					console.log(lineOf(day));
					if (isPart || performance.now() - keptAt < placeMs) return;
					keptAt = performance.now();
					await keepPlace(database, day);
				}
			});
			if (!isPart) await forgetPlace(database);
			for (const difference of differences.slice(0, shown)) console.log(inWords(difference));
			if (differences.length > shown) console.log(`… and ${differences.length - shown} more`);
			if (values.repair && differences.length > 0) {
				const changes = [{ field: 'figures', from: null, to: String(differences.length) }];
				const note = { action: 'figures repaired', queue: values.queue ?? null, changes };
				await noteCommand(database, note, Date.now() + clockOffsetMs);
			}
			const mended = values.repair && differences.length > 0 ? ', repaired' : '';
			console.log(`${rows} rows recounted, ${differences.length} differ${mended}.`);
			return differences.length > 0 && !values.repair ? 1 : 0;
		});
	}
};

function lineOf({ queue, date, rows, differences, ...place }: VerifiedDay): string {
	const { queueNumber, queues, dayNumber, days } = place;
	return `[queue ${queueNumber}/${queues}, day ${dayNumber}/${days}] ${queue} ${date}: ${rows} rows, ${differences} differ`;
}

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
