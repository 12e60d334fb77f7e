import type { Database } from './database.server.ts';

/** Whoever takes a message has so long to send it, before another process tries. */
const leaseMs = 60_000;

/** Takes a message that is due, so that no other process sends it at the same time; how often it was tried, or null where another has it. */
export async function claimDelivery(
	{ sql }: Pick<Database, 'sql'>,
	{ queueId, id }: { queueId: number; id: string },
	now: number
): Promise<number | null> {
	const [row] = await sql<{ tries: number }[]>`
		update alert_delivery
		set tries = tries + 1, due_at = to_timestamp(${now + leaseMs}::float8 / 1000)
		where queue_id = ${queueId} and id = ${id} and sent_at is null and gave_up_at is null
			and due_at <= to_timestamp(${now}::float8 / 1000)
		returning tries`;
	return row?.tries ?? null;
}
