export const scopes = ['ingest', 'read', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** What a key may do, and for which queues (null: all). */
export interface Grant {
	scopes: readonly Scope[];
	queues: string[] | null;
}
