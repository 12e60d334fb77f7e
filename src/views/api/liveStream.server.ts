import type { EventEmitter } from 'node:events';
import type { RequestEvent } from '@sveltejs/kit';
import type { StoredQueue } from '#records/queues.server.ts';
import { measures } from '#records/measures.server.ts';
import { product } from '#work/product.server.ts';
import { liveQueue, readLive } from './live.server.ts';
import { LiveChannel } from './liveChannel.ts';

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
	return new Response(liveEvents(stored, { beats, isStillAllowed: event.locals.isStillAllowed }), {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			// Proxies that gather answers would keep them back.
			'x-accel-buffering': 'no'
		}
	});
}

/** Of queues with settings as they are: those who follow a queue with other settings have another one. */
const channels = new WeakMap<StoredQueue, LiveChannel>();

function channelOf(stored: StoredQueue): LiveChannel {
	const known = channels.get(stored);
	if (known) return known;
	const { estimates, now } = product();
	const channel = new LiveChannel({
		read: ({ anew }) => readLive(stored, now(), { anew }),
		onChange: (changed) => estimates.onChange(stored.id, changed)
	});
	channels.set(stored, channel);
	return channel;
}

interface Streamed {
	beats: boolean;
	isStillAllowed: (() => Promise<boolean>) | undefined;
}

function liveEvents(stored: StoredQueue, { beats, isStillAllowed }: Streamed): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let end = () => {};
	return new ReadableStream({
		start(controller) {
			let open = true;
			const write = (message: Uint8Array) => open && controller.enqueue(message);
			/** A key that was revoked, or a session that was ended, ends the stream too. */
			const beat = async () => {
				if ((await isStillAllowed?.()) === false) close();
				else write(encoder.encode(beats ? 'event: beat\ndata:\n\n' : ': still here\n\n'));
			};
			const close = () => {
				if (!open) return;
				end();
				controller.close();
			};
			const fail = (error: unknown) => {
				if (open) console.error(`The live stream of ${stored.queue.slug} has ended:`, error);
				close();
			};
			const heartbeat = setInterval(() => beat().catch(fail), heartbeatMs).unref();
			stopping.on('offpeak:stopping', close);
			measures.openStreams.inc();
			write(encoder.encode(`retry: ${reconnectMs}\n\n`));
			const endNews = channelOf(stored).follow({ tell: write, fail });
			end = () => {
				if (!open) return;
				measures.openStreams.dec();
				open = false;
				endNews();
				clearInterval(heartbeat);
				stopping.off('offpeak:stopping', close);
			};
		},
		cancel: () => end()
	});
}
