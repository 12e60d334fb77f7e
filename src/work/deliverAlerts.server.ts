import { retryAfter } from '#analysis/alerts/retryAfter.ts';
import type { Settings } from '#model/settings.ts';
import { dueDeliveries, findDelivery, recordTry } from '#records/alertDeliveries.server.ts';
import { listAlertTargets } from '#records/alertTargets.server.ts';
import { claimDelivery } from '#records/claimDelivery.server.ts';
import type { Database } from '#records/database.server.ts';
import { sendAlert } from './sendAlert.server.ts';

/** So many are sent at the same time: one that does not answer keeps few others waiting. */
const atOnce = 16;

export interface DeliverOptions {
	settings: Pick<Settings, 'smtp' | 'allowPrivateAddresses'>;
	/** The product's clock and the machine's, ms. */
	now: number;
	machineNow: number;
}

/** Sends the messages that are due, each by one process; how many were tried. What fails is due again later. */
export async function deliverAlerts(
	database: Pick<Database, 'sql' | 'db'>,
	options: DeliverOptions
): Promise<number> {
	const due = await dueDeliveries(database, options.now, atOnce);
	const tried = await Promise.all(due.map((one) => deliver(database, one, options)));
	return tried.filter(Boolean).length;
}

async function deliver(
	database: Pick<Database, 'sql' | 'db'>,
	key: { queueId: number; id: string },
	{ settings, now, machineNow }: DeliverOptions
): Promise<boolean> {
	const tries = await claimDelivery(database, key, now);
	const message = tries === null ? null : await findDelivery(database, key.queueId, key.id);
	if (tries === null || !message) return false;
	const targets = await listAlertTargets(database, [key.queueId]);
	const target = targets.find(({ id }) => id === message.targetId) ?? null;
	const failure = await sendAlert(message, target, { settings, machineNow });
	if (!failure) {
		await recordTry(database, key, { sentAt: new Date(now), error: null });
		return true;
	}
	const pause = failure.isFinal ? null : retryAfter(tries);
	const next = pause === null ? { gaveUpAt: new Date(now) } : { dueAt: new Date(now + pause) };
	await recordTry(database, key, { error: failure.error, ...next });
	return true;
}
