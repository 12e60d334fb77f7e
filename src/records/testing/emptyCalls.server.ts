import type { Database } from '../database.server.ts';
import { keepsCallKeys } from '../cluster/callKeys.server.ts';

/** Takes all calls and figures out of a test database. */
export async function emptyCalls({ sql }: Pick<Database, 'sql'>): Promise<void> {
	await sql`truncate call, rollup, call_trail`;
	if (await keepsCallKeys(sql)) await sql`truncate call_key`;
}
