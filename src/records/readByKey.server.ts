import type { PendingQuery, Row, Sql, TransactionSql } from 'postgres';
import type { Statements } from './statements.ts';

/**
 * For a transaction that asks for rows by key only: else a plan that was made while the table was small, and reads all
 * of it, would be kept for as long as the connection while millions come in.
 */
export const onlyByKey = { enable_seqscan: 'off', enable_hashjoin: 'off', enable_mergejoin: 'off' };

/** Settings of PostgreSQL that hold until the transaction ends, for all statements that are sent after this one. */
export function setLocally(sql: Statements, settings: Record<string, string>): PendingQuery<Row[]> {
	const setting = sql<Row[]>`
		select set_config(key, value, true) from json_each_text(${JSON.stringify(settings)}::text::json)`;
	return setting.execute();
}

/** Runs what only reads, and by key, in a transaction of its own; gives what was read without waiting for its end. */
export function readByKey<T>(
	sql: Sql<{ bigint: number }>,
	read: (sql: TransactionSql<{ bigint: number }>) => Promise<T>
): Promise<T> {
	return new Promise((resolve, reject) => {
		const reading = sql.begin('read only', async (inner) => {
			// Sent together.
			const [, result] = await Promise.all([setLocally(inner, onlyByKey), read(inner)]);
			resolve(result);
		});
		reading.catch(reject);
	});
}
