import type { Scope } from './scopes.ts';

/** Who was let through to a route, and for which queues (null: all). */
export interface Allowed {
	queues: string[] | null;
	/** An e-mail or the name of a key. */
	who: string;
	by: 'person' | 'key';
	/** The scope that the route's rule states for keys; null: none is stated. */
	scope: Scope | null;
}
