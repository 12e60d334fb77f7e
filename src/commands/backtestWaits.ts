import { parseArgs } from 'node:util';
import { waitBacktest, type WaitBacktest } from '#analysis/waitBacktest/waitBacktest.ts';
import type { Held, WaitScores } from '#analysis/waitBacktest/scoreWaits.ts';
import { aheadBands } from '#analysis/waitEstimate/calibration.ts';
import type { Call } from '#model/call.ts';
import { isZone, wallTime } from '#time/zone.ts';
import { readCallFile } from './readCallFile.ts';
import type { Command } from './runCommand.ts';

/** How well waits would have been foretold, on any file of call records; exit code 1 where none of them waited. */
export const backtestWaits: Command = {
	usage: 'FILE.ndjson --zone ZONE [--leave-out-topic TOPIC]… [--together] [--json]',
	summary:
		'tests the wait estimate on call records, each estimate made from what was known then; topics with agents of their own apart, unless --together',
	async run(args) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				zone: { type: 'string' },
				'leave-out-topic': { type: 'string', multiple: true, default: [] },
				together: { type: 'boolean', default: false },
				json: { type: 'boolean', default: false }
			}
		});
		const [file] = positionals;
		if (file === undefined || positionals.length > 1 || !values.zone || !isZone(values.zone)) {
			console.error(`Usage: backtest-waits ${backtestWaits.usage}`);
			return 2;
		}
		const { calls, refused } = await readCallFile(file, Date.now());
		for (const { line, message } of refused.slice(0, 5)) console.error(`line ${line}: ${message}`);
		if (refused.length > 0) console.error(`${refused.length} records could not be read.`);
		const result = waitBacktest(calls, {
			leaveOutTopics: values['leave-out-topic'],
			together: values.together
		});
		console.log(values.json ? JSON.stringify(result) : inWords(result, calls, values.zone));
		return result.callers > 0 ? 0 : 1;
	}
};

function inWords(result: WaitBacktest, calls: Call[], zone: string): string {
	const days = calls.map(({ enqueuedAt }) => enqueuedAt).sort((a, b) => a - b);
	const [first, last] = [days[0], days.at(-1)];
	const span =
		first === undefined || last === undefined
			? ''
			: `, ${wallTime(zone, first).date} to ${wallTime(zone, last).date} (${zone})`;
	return [
		`${calls.length} calls${span}`,
		scoresInWords(result),
		...result.apart.map(
			(line) =>
				`\nqueue ${line.queue}, topic ${line.topic}, which has agents of its own\n${scoresInWords(line)}`
		)
	].join('\n');
}

function scoresInWords({ callers, without_estimate, methods }: WaitScores): string {
	const { offpeak } = methods;
	const shares = (held: Held) =>
		`  range ${percent(held.coverage_80)}  median ${percent(held.median_held)}  80th ${percent(held.most_held)}`;
	return [
		`${callers} callers waited and were answered; ${without_estimate} of them would have been shown no number`,
		...Object.entries(methods).map(
			([name, { rmse, mae }]) => `${name.padEnd(13)} rmse ${seconds(rmse)} s  mae ${seconds(mae)} s`
		),
		'offpeak, share of waits within the 10–90 % range, and no longer than the median and the 80th percentile:',
		`${'all'.padEnd(10)}${shares(offpeak)}`,
		...aheadBands.map(
			(band) =>
				`${`${band} ahead`.padEnd(10)}${shares({
					coverage_80: offpeak.coverage_80_by_ahead[band],
					median_held: offpeak.median_held_by_ahead[band],
					most_held: offpeak.most_held_by_ahead[band]
				})}`
		)
	].join('\n');
}

function seconds(value: number | null): string {
	return (value === null ? '–' : value.toFixed(1)).padStart(7);
}

function percent(value: number | null): string {
	return (value === null ? '–' : `${(100 * value).toFixed(1)} %`).padStart(7);
}
