import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '#ingest/acceptCalls.server.ts';

export interface SendOptions {
	address: URL;
	key: string;
	/** How often it is tried at most before it is given up; null: for ever. */
	attempts: number | null;
	/** Hears why a try failed and for how long it waits now. */
	say: (sentence: string) => void;
	signal?: AbortSignal;
}

/** The server does not take this, now or later. */
export class NotTaken extends Error {}

const longestMs = 60_000;
const passing = [408, 429, 500, 502, 503, 504, 507];

/**
 * Sends a body, again when the connection breaks or the server cannot take it for now, as long as it asks for; nothing
 * is counted twice by that. Throws NotTaken where trying again is of no use or has been done often enough.
 * @param makeBody the body, anew for every try
 */
export async function sendBody(
	makeBody: () => BodyInit,
	{ address, key, attempts, say, signal }: SendOptions,
	headers: Record<string, string> = {}
): Promise<Answer> {
	for (let attempt = 1; ; attempt++) {
		const outcome = await tryOnce(
			makeBody(),
			address,
			{ authorization: `Bearer ${key}`, ...headers },
			signal
		);
		if ('answer' in outcome) return outcome.answer;
		if (!outcome.passes || attempt === attempts) throw new NotTaken(outcome.why);
		const waitMs = outcome.waitMs ?? Math.min(longestMs, 1000 * 2 ** Math.min(attempt - 1, 10));
		say(`${outcome.why} Trying again in ${Math.ceil(waitMs / 1000)} s.`);
		await pause(waitMs, undefined, { signal });
	}
}

type Outcome = { answer: Answer } | { why: string; passes: boolean; waitMs: number | null };

async function tryOnce(
	body: BodyInit,
	address: URL,
	headers: Record<string, string>,
	signal: AbortSignal | undefined
): Promise<Outcome> {
	try {
		// A stream needs `duplex`, which the types of fetch do not know.
		const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, signal, duplex: 'half' };
		const response = await fetch(address, init);
		if (response.status === 200 || response.status === 422) {
			const answer: Answer & { detail?: string } = await response.json();
			if ('received' in answer) return { answer };
		}
		const why = `The server answers ${response.status}: ${await detailOf(response)}`;
		const retry = Number(response.headers.get('retry-after') ?? NaN);
		const waitMs = Number.isFinite(retry) ? Math.min(longestMs * 10, retry * 1000) : null;
		return { why, passes: passing.includes(response.status), waitMs };
	} catch (error) {
		if (signal?.aborted) throw error;
		return { why: `${address.origin} cannot be reached (${causeOf(error)}).`, passes: true, waitMs: null };
	}
}

async function detailOf(response: Response): Promise<string> {
	const text = await response.text().catch(() => '');
	try {
		const problem: { detail?: string; title?: string } = JSON.parse(text);
		return problem.detail ?? problem.title ?? text.slice(0, 300);
	} catch {
		return text.slice(0, 300);
	}
}

function causeOf(error: unknown): string {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	if (!(cause instanceof Error)) return String(cause);
	return 'code' in cause ? String(cause.code) : cause.message;
}
