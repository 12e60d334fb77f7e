import { parseArgs } from 'node:util';
import { StartError } from '#model/startError.ts';
import { distribute as distributeTables } from '#records/cluster/distribute.server.ts';
import type { Command } from './runCommand.ts';
import { withDatabase } from './withDatabase.ts';

const defaultShards = 16;
const mostShards = 1024;

/** Spreads calls and figures over the workers of a Citus cluster, once; beside a running product or before the first. */
export const distribute: Command = {
	usage: '[--shards N]',
	summary: `spreads calls and figures by queue over the workers of the Citus cluster that DATABASE_URL is the coordinator of, in N pieces (${defaultShards})`,
	async run(args) {
		const { values } = parseArgs({ args, options: { shards: { type: 'string' } } });
		const shards = Number(values.shards ?? defaultShards);
		if (!Number.isInteger(shards) || shards < 1 || shards > mostShards) {
			console.error(`--shards must be a whole number from 1 to ${mostShards}.`);
			return 2;
		}
		return withDatabase(async (database, { databaseUrl }) => {
			if (databaseUrl === null)
				throw new StartError('DATABASE_URL is not set: it must name the coordinator of a Citus cluster.');
			const { distributed, replicated, workers } = await distributeTables(database.sql, shards);
			console.log(
				distributed.length + replicated.length === 0
					? 'All was distributed before; nothing was changed.'
					: `Calls and figures lie by queue on ${workers} ${workers === 1 ? 'worker' : 'workers'} now.`
			);
			return 0;
		});
	}
};
