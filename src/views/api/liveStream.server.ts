import type { EventEmitter } from 'node:events';
import type { RequestEvent } from '@sveltejs/kit';
import type { StoredQueue } from '#records/queues.server.ts';
import { measures } from '#records/measures.server.ts';
import { product } from '#work/product.server.ts';
import { liveQueue, readLive } from './live.server.ts';
import type { Live } from './live.ts';

/** No more than one message in so long. */
const atMostMs = 1_000;
/** Estimates and typical figures move with the clock too. */
const lookMs = 10_000;
/** So that nobody in between takes the connection for dead. */
const heartbeatMs = 15_000;
const reconnectMs = 2_000;

const stopping: EventEmitter = process;

/**
 * `GET /api/v1/queues/{queue}/live/stream`: what `live` gives, as server-sent events, at once and on change. A page is
 * not told of comments, so it can ask for beats as events of their own: their absence is how it learns that a
 * connection is dead.
 */
export async function streamLive(event: RequestEvent, { beats = false } = {}): Promise<Response> {
	const stored = await liveQueue(event);
	if (stored instanceof Response) return stored;
	return new Response(
		liveEvents(stored, {
			beats,
			read: () => readLive(stored, product().now()),
			isStillAllowed: event.locals.isStillAllowed
		}),
		{
			headers: {
				'content-type': 'text/event-stream',
				'cache-control': 'no-store',
				// Proxies that gather answers would keep them back.
				'x-accel-buffering': 'no'
			}
		}
	);
}

interface Streamed {
	beats: boolean;
	read: () => Promise<Live>;
	isStillAllowed: (() => Promise<boolean>) | undefined;
}

function liveEvents(
	stored: StoredQueue,
	{ beats, read, isStillAllowed }: Streamed
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let end = () => {};
	return new ReadableStream({
		start(controller) {
			let said = '';
			let lastAt = -Infinity;
			let next: NodeJS.Timeout | null = null;
			let open = true;
			const write = (text: string) => open && controller.enqueue(encoder.encode(text));
			const send = async () => {
				next = null;
				lastAt = performance.now();
				const live = await read();
				const { as_of: asOf, longest_wait_seconds: longest, ...rest } = live;
				// These two move with every second, and a reader can count on.
				const text = JSON.stringify([rest, longest === null]);
				if (text === said) return;
				said = text;
				write(`id: ${asOf}\ndata: ${JSON.stringify(live)}\n\n`);
			};
			const soon = () => {
				if (next || !open) return;
				const waitMs = Math.max(0, lastAt + atMostMs - performance.now());
				next = setTimeout(() => send().catch(fail), waitMs).unref();
			};
			/** A key that was revoked, or a session that was ended, ends the stream too. */
			const beat = async () => {
				if ((await isStillAllowed?.()) === false) close();
				else write(beats ? 'event: beat\ndata:\n\n' : ': still here\n\n');
			};
			const endChanges = product().estimates.onChange(stored.id, soon);
			const timers = [
				setInterval(soon, lookMs).unref(),
				setInterval(() => beat().catch(fail), heartbeatMs).unref()
			];
			const close = () => {
				if (!open) return;
				end();
				controller.close();
			};
			const fail = (error: unknown) => {
				console.error(`The live stream of ${stored.queue.slug} has ended:`, error);
				close();
			};
			measures.openStreams.inc();
			end = () => {
				if (!open) return;
				measures.openStreams.dec();
				open = false;
				endChanges();
				if (next) clearTimeout(next);
				for (const timer of timers) clearInterval(timer);
				stopping.off('offpeak:stopping', close);
			};
			stopping.on('offpeak:stopping', close);
			write(`retry: ${reconnectMs}\n\n`);
			soon();
		},
		cancel: () => end()
	});
}
