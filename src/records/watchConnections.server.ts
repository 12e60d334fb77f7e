import type { Database } from './connect.server.ts';
import { isSilent, isUnavailable } from './isUnavailable.ts';

interface WatchOptions {
	/** Between two looks. */
	everyMs?: number;
	/** A look that takes longer than this, while the server works on nothing for us, finds the pool stuck. */
	patienceMs?: number;
}

/**
 * Looks whether the pool still moves, and has its connections replaced where it does not: an answer and a refusal are
 * both fine, silence is not; where a new connection meets silence too, the server stands still, and who waits for it
 * is told so. Also catches the one error that postgres.js throws out of anybody's reach when a
 * connection breaks (see promptSocket), which would end the process. Gives what ends this.
 */
export function watchConnections(
	database: Pick<Database, 'sql' | 'replaceConnections' | 'isIdle' | 'standstill'>,
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
			if (asking) return;
			asking = true;
			// A pool that is only busy, or a server that is away, is left alone.
			const state = await database
				.isIdle()
				.then((isIdle) => (isIdle ? 'stuck' : 'busy'))
				.catch((error: unknown) => (isSilent(error) ? 'silent' : 'away'));
			asking = false;
			if (answered) return;
			if (state === 'stuck') replace('none of them moved');
			tellStandstill(state === 'silent');
		};
		let asking = false;
		let answered = false;
		const late = setInterval(ask, patienceMs);
		const refusal: unknown = await database.sql`select 1`.catch((error: unknown) => error);
		answered = true;
		// The pool may have wanted a new connection for it, too.
		tellStandstill(isSilent(refusal));
		clearInterval(late);
		if (!ended) timer = setTimeout(look, everyMs).unref();
	};
	const tellStandstill = (isSilent: boolean) => {
		const { standstill } = database;
		if (isSilent === standstill.isOn) return;
		say(
			isSilent
				? 'The database stands still: it takes connections and says nothing.'
				: 'The database answers again.'
		);
		if (isSilent) standstill.begin();
		else standstill.end();
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
