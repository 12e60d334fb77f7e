import type { Queue } from '#model/queue.ts';

/**
 * The directive that says which pages may show something of a queue in a frame: those of the allowed origins and our
 * own, or any where none is named. Origins were checked when the settings were stored.
 */
export function frameAncestors(queue: Queue | undefined): string {
	const origins = queue?.public.embed_origins ?? [];
	return `frame-ancestors ${origins.length === 0 ? '*' : `'self' ${origins.join(' ')}`}`;
}
