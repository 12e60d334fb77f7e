import { closeAll } from '#model/closing.ts';

/** The longest that a stop takes, from the signal to the exit. */
const stopMs = 9_500;
/** npm passes on the Ctrl-C that the terminal has sent to every process already: the two are one wish. */
const sameWishMs = 1_000;

let firstAt: number | null = null;

/**
 * SIGTERM, SIGINT and SIGHUP close everything (closing.ts) and exit with 0; a second signal, or a stop that takes
 * too long, exits at once.
 */
export function stopOnSignal(): void {
	const stop = () => {
		if (firstAt === null) {
			firstAt = performance.now();
			setTimeout(() => giveUp('Offpeak could not close in time and stops as it is.'), stopMs).unref();
			void closeAll(console.error).then(() => process.exit(0));
		} else if (performance.now() - firstAt > sameWishMs) {
			giveUp('Offpeak stops at once.');
		}
	};
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
	if (process.env.npm_lifecycle_event) whenOrphaned(stop);
}

/** Whether a stop is under way: what fails now fails because of it. */
export const isStopping = () => firstAt !== null;

/** npm runs a script in a shell and signals that: the shell ends and tells nobody, so its end is the signal. */
function whenOrphaned(stop: () => void): void {
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		stop();
	}, 250);
	timer.unref();
}

function giveUp(sentence: string): never {
	console.error(sentence);
	process.exit(1);
}
