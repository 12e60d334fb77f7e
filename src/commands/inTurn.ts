import type { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { KnownAskers } from '#access/knownAskers.ts';
import { networkOf } from '#access/networkOf.ts';
import { hashOf } from '#access/token.server.ts';
import { Turns, type Turn } from '#access/turns.ts';
import { requestEvents } from '#model/requestEvents.ts';
import { addressHeader, type Handler } from './webServer.ts';

const longestMs = 100;
/** Some thirty pages. */
const burstMs = 2_000;
const lookMs = 2;

const events: EventEmitter = process;

interface InTurnOptions {
	/** Milliseconds of some clock. */
	now?: () => number;
	/** So many requests of one address are worked at once while no other asks; of each while several ask. */
	alone?: number;
	beside?: number;
	/** So many of one asker of an address may wait: of a key or session that was let in there, or of all others. */
	mostWaiting?: number;
}

/**
 * Answers each request when its turn has come (access/turns.ts): who asks much waits behind his own requests, and others
 * do not. A turn is over with the head of the answer, so that streams have none; with the end of what is read of a body
 * of records; or when it has lasted too long. Health is told at once.
 */
export function inTurn(
	handler: Handler,
	// One thread makes all answers: more at once would hardly come sooner, but keep others waiting.
	{ now = () => performance.now(), alone = 16, beside = 1, mostWaiting = 1_000 }: InTurnOptions = {}
): Handler {
	const turns = new Turns({ alone, beside, burstMs, mostWaiting, longestMs });
	const known = new KnownAskers();
	const look = looking(turns, now);
	return async (request, response, next) => {
		if (/^\/(healthz|readyz)$/.test(request.url ?? '')) return handler(request, response, next);
		const asker = askerOf(request.headers);
		const place = networkOf(String(request.headers[addressHeader]));
		const coming = turns.take(place, known.knows(asker, now()) ? asker : '', now());
		if (coming === null) return sendAway(response, mostWaiting);
		const turn = coming instanceof Promise ? await whenItComes(coming, look) : coming;
		const end = () => turns.end(turn, now());
		if (response.closed) return end();
		response.once('close', end);
		whenHeadIsSent(response, end);
		request.once(requestEvents.read, end);
		request.once(requestEvents.letIn, () => known.see(asker, now()));
		return handler(request, response, next);
	};
}

/** What names the asker, hashed: a key, or a session; nothing: anybody. */
function askerOf({ authorization, cookie, ...others }: IncomingHttpHeaders): string {
	const key = authorization ?? others['x-amz-firehose-access-key'];
	const session = /(?:^|; ?)(?:__Host-)?offpeak_session=([^;]+)/.exec(cookie ?? '')?.[1];
	const secret = key === undefined ? session : String(key);
	return secret === undefined ? '' : hashOf(secret);
}

async function whenItComes(coming: Promise<Turn>, look: () => void): Promise<Turn> {
	look();
	const turn = await coming;
	// The answer before is sent, and others who have come meanwhile are heard, before this one begins.
	await new Promise((resolve) => setImmediate(resolve));
	return turn;
}

function whenHeadIsSent(response: ServerResponse, tell: () => void): void {
	response.writeHead = new Proxy(response.writeHead, {
		apply(writeHead, self: unknown, given: unknown[]) {
			tell();
			return Reflect.apply(writeHead, self, given);
		}
	});
}

/** Looks now and then for as long as somebody waits. */
function looking(turns: Turns, now: () => number): () => void {
	let timer: NodeJS.Timeout | null = null;
	const look = () => {
		turns.look(now());
		if (turns.waiting > 0 || timer === null) return;
		clearInterval(timer);
		timer = null;
	};
	return () => (timer ??= setInterval(look, lookMs).unref());
}

function sendAway(response: ServerResponse, mostWaiting: number): void {
	events.emit('offpeak:sent-away');
	const detail = `${mostWaiting} requests are waiting already.`;
	const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '2', Connection: 'close' };
	response
		.writeHead(429, headers)
		.end(JSON.stringify({ type: 'about:blank', title: 'Too many requests', status: 429, detail }));
}
