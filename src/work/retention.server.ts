import { dropOldAudit, writeAudit } from '#access/audit.server.ts';
import type { AuditChange } from '#model/audit.ts';
import type { Settings } from '#model/settings.ts';
import { dropCallerKeys } from '#records/callerKeys.server.ts';
import type { Database } from '#records/database.server.ts';
import { dropCalls } from '#records/dropCalls.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { dropOldRejects } from '#records/rejects.server.ts';
import { keptDays, oldestKeptAt } from '#rollups/oldestKept.ts';
import { alone } from './alone.server.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Drops the calls, the refused records and the entries of the log of changes that are older than they are to be kept,
 * and the keys of callers' numbers of past years, now and every hour; sums stay. What went stands in the log. Gives
 * what ends it.
 */
export function keepRetention(database: Database, settings: Kept, now: () => number): () => void {
	const run = () => alone(database, 'retention', () => dropOld(database, settings, now()));
	const tryTo = () => run().catch((error) => console.error('Retention:', error));
	void tryTo();
	const timer = setInterval(tryTo, hourMs);
	return () => clearInterval(timer);
}

type Kept = Pick<Settings, 'retentionDays' | 'callerKeyYearly' | 'rejectsDays' | 'auditDays'>;

/** All of it once. What is kept by its instant goes by whole days, so that each kind has one entry a day. */
export async function dropOld(
	database: Database,
	{ retentionDays, callerKeyYearly, rejectsDays, auditDays }: Kept,
	now: number
): Promise<void> {
	const today = Math.floor(now / dayMs) * dayMs;
	const ofQueues = await dropOldCalls(database, retentionDays, now);
	await note('calls dropped', [...ofQueues]);
	if (callerKeyYearly) await note('caller keys dropped', [['keys', await dropCallerKeys(database, now)]]);
	await note('rejects dropped', [['rejects', await dropOldRejects(database, rejectsDays, today)]]);
	await note('changes dropped', [['changes', await dropOldAudit(database, auditDays, today)]]);

	async function note(action: string, counts: [field: string, count: number][]): Promise<void> {
		const changes = counts.flatMap(([field, count]): AuditChange[] =>
			count === 0 ? [] : [{ field, from: null, to: String(count) }]
		);
		if (changes.length > 0)
			await writeAudit(database, { who: 'retention', by: 'command' }, { action, changes }, now);
	}
}

/**
 * Deletes each queue's calls of the days that are no longer kept; how many there were of which queue.
 * @param retentionDays of queues that have no shorter time of their own; null: for ever
 */
export async function dropOldCalls(
	database: Database,
	retentionDays: number | null,
	now: number
): Promise<Map<string, number>> {
	const dropped = new Map<string, number>();
	for (const { id, queue } of await listQueues(database)) {
		const days = keptDays(queue, retentionDays);
		if (days === null) continue;
		const oldestAt = oldestKeptAt(queue.zone, days, now);
		const count = await dropCalls(database, id, oldestAt);
		if (count > 0) dropped.set(queue.slug, count);
	}
	return dropped;
}
