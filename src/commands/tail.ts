import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from './runCommand.ts';
import { carrierOf } from './sending/carriers.ts';
import { follow } from './sending/follow.ts';
import { calledFrom } from './sending/openFile.ts';
import { NotTaken, sendBody } from './sending/sendBody.ts';
import { addAnswer, inWords, noSums } from './sending/sums.ts';
import { readTarget } from './sending/target.ts';

const everyMs = 1_000;
const reportMs = 60_000;

/** Keeps sending a growing log until it is told to stop; exit code 0 then, 1 when the server refuses it for good. */
export const tail: Command = {
	usage:
		'FILE --format NAME [--queue SLUG] [--zone ZONE] [--source NAME] [--position FILE] [--url URL] [--key KEY]',
	summary: 'keeps sending a growing log, through rotation, from where it stopped (kept in FILE.offpeak)',
	async run(args) {
		const target = readTarget(args, process.env);
		if (typeof target === 'string') return refuse(target);
		if (target.format === null) return refuse('Name the format with --format.');
		if (carrierOf(target.format) !== 'lines')
			return refuse(`Files of ${target.format} do not grow by lines; send them with import.`);
		const log = calledFrom(target.file);
		const positionFile = target.values.position ? calledFrom(target.values.position) : `${log}.offpeak`;
		if (!(await isWritable(dirname(positionFile))))
			return refuse(`${positionFile} cannot be written: name another place with --position.`);
		const address = new URL(target.address);
		address.searchParams.set('format', target.format);
		const stop = new AbortController();
		for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
		const report = new Report();
		const send = async (lines: Buffer<ArrayBuffer>) => {
			const sending = { address, key: target.key, attempts: null, say: console.error, signal: stop.signal };
			report.add(await sendBody(() => lines, sending));
		};
		console.error(`Sending ${log} to ${address.origin}.`);
		try {
			await follow({ log, positionFile, send, say: console.error, signal: stop.signal, everyMs });
		} catch (error) {
			// What was not stored is sent again at the next start.
			if (!stop.signal.aborted && !(error instanceof NotTaken)) throw error;
			if (error instanceof NotTaken) {
				console.error(error.message);
				return 1;
			}
		}
		report.tell();
		return 0;
	}
};

/** Says once in a while what has become of what was sent, and at once what was rejected. */
class Report {
	private sums = noSums();
	private toldAt = performance.now();

	add(answer: Parameters<typeof addAnswer>[1]): void {
		addAnswer(this.sums, answer, 0);
		if (answer.rejected > 0 || performance.now() - this.toldAt > reportMs) this.tell();
	}

	tell(): void {
		this.toldAt = performance.now();
		if (this.sums.received > 0) console.log(inWords(this.sums));
		this.sums = noSums();
	}
}

async function isWritable(folder: string): Promise<boolean> {
	return access(folder, constants.W_OK).then(
		() => true,
		() => false
	);
}

function refuse(sentence: string): number {
	console.error(`${sentence}\nUsage: tail ${tail.usage}`);
	return 2;
}
