import { format } from 'node:util';
import { pino, type DestinationStream, type Logger } from 'pino';
import { cleanText } from '#model/cleanText.ts';

/** What a line about a request tells; no query, no address, nothing that was sent. */
export interface RequestLine {
	request_id: string;
	method: string;
	path: string;
	status: number;
	ms: number;
	/** The client had gone before all was sent. */
	aborted?: true;
}

export interface Log {
	/** Nothing where logs are for people. */
	request(line: RequestLine): void;
}

/**
 * Makes everything that is said in this process a line of JSON (pino), or, for people at a terminal, leaves it text.
 * Either way what goes wrong is told without secrets and callers' numbers (cleanText).
 */
export function keepLog(mode: 'text' | 'json', console: Console, to?: DestinationStream): Log {
	const logger = mode === 'json' ? jsonLogger(to) : null;
	const { error, warn } = console;
	const clean = (args: unknown[]) => cleanText(format(...args));
	console.error = (...args) => (logger ? logger.error(clean(args)) : error.call(console, clean(args)));
	console.warn = (...args) => (logger ? logger.warn(clean(args)) : warn.call(console, clean(args)));
	if (logger)
		for (const name of ['log', 'info', 'debug'] as const)
			console[name] = (...args) => logger.info(format(...args));
	return {
		request: (line) => logger?.[line.status >= 500 ? 'error' : 'info'](line, 'request')
	};
}

function jsonLogger(to?: DestinationStream): Logger {
	return pino(
		{ base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
		// At once: what is said last, before an end, matters most.
		to ?? pino.destination({ dest: 1, sync: true })
	);
}
