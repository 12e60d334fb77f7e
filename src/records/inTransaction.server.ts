import type { Database } from './database.server.ts';

/** What reads and writes, within a transaction or without one. */
export interface Writable {
	db: Pick<Database['db'], 'select' | 'insert' | 'update' | 'delete'>;
}

/** All of it is written, or nothing. */
export function inTransaction<Value>(
	{ db }: Pick<Database, 'db'>,
	work: (connection: Writable) => Promise<Value>
): Promise<Value> {
	return db.transaction((tx) => work({ db: tx }));
}
