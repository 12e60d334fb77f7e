import { parseArgs } from 'node:util';
import { tell } from '#records/notices.server.ts';
import { seedCalendars, seedCountry } from '#records/seedCalendars.server.ts';
import { noteCommand } from './noteCommand.ts';
import type { Command } from './runCommand.ts';
import { withDatabase } from './withDatabase.ts';

/** Brings the calendars to what this installation's packages know; what managers said stays. */
export const holidays: Command = {
	usage: '[COUNTRY …]',
	summary:
		'brings the calendars of holidays to what the installed packages know, of all countries in use (and those named, such as DE); what managers said of days stays. After an update a start does it too',
	async run(args) {
		const { positionals } = parseArgs({ args, allowPositionals: true });
		const wrong = positionals.find((country) => !/^[A-Z]{2}$/.test(country));
		if (wrong !== undefined) {
			console.error(`Expected countries as two capital letters, such as CN, got ${JSON.stringify(wrong)}.`);
			return 2;
		}
		return withDatabase(async (database, { clockOffsetMs }) => {
			const now = Date.now() + clockOffsetMs;
			const today = new Date(now).toISOString().slice(0, 10);
			const named = [];
			for (const country of positionals) named.push(await seedCountry(database, country, today));
			const found = await seedCalendars(database, today);
			const changed = [...named, ...found].filter((one) => one.changed);
			if (changed.length > 0) {
				const changes = changed.map(({ country, days }) => ({ field: country, from: null, to: `${days}` }));
				await noteCommand(database, { action: 'calendars updated', changes }, now);
			}
			for (const { country, changed, days, years } of found) {
				const known = years ? `published ${years[0]} to ${years[1]}` : 'nothing known';
				console.log(`${country}: ${days} days, ${known}${changed ? ', brought up to date' : ''}.`);
				const next = String(Number(today.slice(0, 4)) + 1);
				if (years && years[1] < next) console.log(`${country}: ${next} is not yet published.`);
			}
			if (found.length === 0) console.log('No queue has a country yet.');
			tell(database, { kind: 'queues_elsewhere' });
			return 0;
		});
	}
};
