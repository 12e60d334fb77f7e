import type { Live } from '#views/api/live.ts';

/** `stale`: what is shown is no longer followed. */
export type LiveState = 'once' | 'live' | 'stale';

/** Beats come every 15 s: a connection without any for so long is dead, though nobody has said so. */
const silentMs = 40_000;
/** A browser connects again by itself, but not after an answer that is no stream. */
const againMs = 5_000;

/**
 * Follows a queue through its stream of events; gives what ends that. A page that nobody looks at does not: browsers
 * hold few connections to a server, and a wall of forgotten tabs would take them all.
 */
export function followLive(
	address: string,
	told: { live: (live: Live) => void; state: (state: LiveState) => void }
): () => void {
	let source: EventSource | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function close(): void {
		clearTimeout(timer);
		source?.close();
		source = null;
	}
	function open(): void {
		close();
		source = new EventSource(address);
		source.addEventListener('message', (event: MessageEvent<string>) => {
			heard();
			const live: Live = JSON.parse(event.data);
			told.live(live);
			told.state('live');
		});
		source.addEventListener('beat', () => {
			heard();
			told.state('live');
		});
		source.addEventListener('error', () => {
			told.state('stale');
			if (source?.readyState === EventSource.CLOSED) openAfter(againMs);
		});
		openAfter(silentMs);
	}
	function heard(): void {
		openAfter(silentMs);
	}
	function openAfter(ms: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => {
			told.state('stale');
			open();
		}, ms);
	}
	const look = () => (document.hidden ? close() : open());
	document.addEventListener('visibilitychange', look);
	look();
	return () => {
		document.removeEventListener('visibilitychange', look);
		close();
	};
}
