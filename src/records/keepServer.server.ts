import type { EmbeddedServer } from './embedded.server.ts';

const lookMs = 500;

/**
 * Starts the embedded server again when it has ended without being asked to. Nothing else would: whoever waits for the
 * database gets 503 until it answers again. Gives what ends this, once a start under way is through.
 */
export function keepServer(
	server: Pick<EmbeddedServer, 'revive'>,
	say: (sentence: string) => void,
	everyMs = lookMs
): () => Promise<void> {
	let ended = false;
	let timer: NodeJS.Timeout | undefined;
	let looking = Promise.resolve();
	let told = '';
	const look = async () => {
		try {
			if (await server.revive())
				say('The embedded database had ended, or stood still over a recovery: it was started again.');
			told = '';
		} catch (error) {
			const sentence = `The embedded database has ended and does not start: ${String(error)}`;
			if (sentence !== told) say(sentence);
			told = sentence;
		}
		if (!ended) next();
	};
	const next = () => {
		timer = setTimeout(() => (looking = look()), everyMs);
		timer.unref();
	};
	next();
	return async () => {
		ended = true;
		clearTimeout(timer);
		await looking;
	};
}
