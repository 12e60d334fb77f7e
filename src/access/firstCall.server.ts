import type { Database } from '#records/database.server.ts';
import { firstCallKey } from './keys.server.ts';

/**
 * The command that sends a first call, ready to be pasted: a call of a minute ago, answered after 20 seconds.
 * @param origin the address under which the reader sees the product
 * @param now the product's clock
 */
export async function firstCallCommand(
	database: Pick<Database, 'db'>,
	origin: string,
	now: number
): Promise<string> {
	const key = await firstCallKey(database);
	const instant = (secondsAgo: number) =>
		new Date(now - secondsAgo * 1000).toISOString().replace(/\.\d+Z/, 'Z');
	const call = {
		id: 'first-call',
		queue: 'support',
		enqueued_at: instant(60),
		answered_at: instant(40),
		ended_at: instant(5)
	};
	return [
		`curl ${origin}/api/v1/calls`,
		`-H 'Authorization: Bearer ${key}'`,
		`-H 'Content-Type: application/json'`,
		`-d '${JSON.stringify(call)}'`
	].join(' \\\n  ');
}
