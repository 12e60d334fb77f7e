import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { eraseCaller } from '#ingest/eraseCaller.server.ts';
import { noteCommand } from './noteCommand.ts';
import type { Command } from './runCommand.ts';
import { withDatabase } from './withDatabase.ts';

/** Takes a caller out of every record; the number is read from the input, so that no list of processes shows it. */
export const erase: Command = {
	usage: '< FILE',
	summary: 'takes the caller whose number the input holds out of every record; figures follow',
	async run(args) {
		parseArgs({ args, options: {} });
		const number = (await text(process.stdin)).trim();
		if (!/\d{3}/.test(number) || number.length > 200) {
			console.error('The input must hold one phone number.');
			return 2;
		}
		return withDatabase(async (database, { clockOffsetMs }) => {
			const calls = await eraseCaller(database, number);
			const changes = [{ field: 'calls', from: null, to: String(calls) }];
			await noteCommand(database, { action: 'caller erased', changes }, Date.now() + clockOffsetMs);
			console.log(`${calls} ${calls === 1 ? 'call is' : 'calls are'} of nobody now.`);
			return 0;
		});
	}
};
