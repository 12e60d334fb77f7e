import type { Database } from './connect.server.ts';
import { isUnavailable } from './isUnavailable.ts';

interface WatchOptions {
	/** Between two looks. */
	everyMs?: number;
	/** A look that takes longer than this, while the server works on nothing for us, finds the pool stuck. */
	patienceMs?: number;
}

/**
 * Looks whether the pool still moves, and has its connections replaced where it does not: an answer and a refusal are
 * both fine, silence is not. Also catches the one error that postgres.js throws out of anybody's reach when a
 * connection breaks (see promptSocket), which would end the process. Gives what ends this.
 */
export function watchConnections(
	database: Pick<Database, 'sql' | 'replaceConnections' | 'isIdle'>,
	say: (sentence: string) => void,
	{ everyMs = 1_000, patienceMs = 2_000 }: WatchOptions = {}
): () => void {
	let ended = false;
	let timer: NodeJS.Timeout | undefined;
	const replace = (why: string) => {
		if (ended) return;
		say(`The connections to the database were replaced: ${why}.`);
		database.replaceConnections();
	};
	const look = async () => {
		const ask = async () => {
			// A pool that is only busy, or a server that is away, is left alone.
			const isStuck = await database.isIdle().catch(() => false);
			if (isStuck && !answered) replace('none of them moved');
		};
		let answered = false;
		const late = setInterval(ask, patienceMs);
		await database.sql`select 1`.catch(() => undefined);
		answered = true;
		clearInterval(late);
		if (!ended) timer = setTimeout(look, everyMs).unref();
	};
	const catchFault = (error: unknown) => {
		if (isDriverFault(error)) return replace('the driver lost hold of one');
		// As it would end without anybody listening.
		console.error(error);
		process.exit(1);
	};
	const catchRejection = (reason: unknown) => {
		// Of statements that were sent ahead, only the first that fails is waited for.
		if (!isUnavailable(reason)) catchFault(reason);
	};
	timer = setTimeout(look, everyMs).unref();
	process.on('uncaughtException', catchFault);
	process.on('unhandledRejection', catchRejection);
	return () => {
		ended = true;
		clearTimeout(timer);
		process.off('uncaughtException', catchFault);
		process.off('unhandledRejection', catchRejection);
	};
}

/** postgres.js writes to a socket that it has let go of. */
export function isDriverFault(error: unknown): boolean {
	return error instanceof TypeError && /[\\/]postgres[\\/](src|cjs)[\\/]/.test(error.stack ?? '');
}
