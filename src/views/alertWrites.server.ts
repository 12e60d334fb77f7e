import { isIP } from 'node:net';
import { isPublicAddress } from '#access/outboundAddress.server.ts';
import type { AlertSettings, AlertTarget } from '#model/alert.ts';
import { listAlertRules, writeAlertRule, type AlertRule } from '#records/alertRules.server.ts';
import { addAlertTarget, listAlertTargets } from '#records/alertTargets.server.ts';
import type { Database } from '#records/database.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';

const mostRules = 50;
const mostTargets = 20;

interface Writer {
	by: string;
	now: number;
}

/** Writes a new rule of a queue, or another text of one there is (`id`); or why not. */
export async function saveRule(
	database: Pick<Database, 'db'>,
	{ id: queueId }: StoredQueue,
	{ id, settings }: { id: string | null; settings: AlertSettings },
	writer: Writer
): Promise<{ rule: AlertRule } | { problem: 'targets' | 'too_many' | 'gone' }> {
	const targets = await listAlertTargets(database, [queueId]);
	if (settings.targets.some((named) => !targets.some((target) => target.id === named)))
		return { problem: 'targets' };
	if (id === null && (await listAlertRules(database, [queueId])).length >= mostRules)
		return { problem: 'too_many' };
	const rule = await writeAlertRule(database, { queueId, id }, settings, writer);
	return rule ? { rule } : { problem: 'gone' };
}

export type NewTarget = Pick<AlertTarget, 'kind' | 'address' | 'lang'>;

/** Adds somebody whom a queue's alerts can be sent to; or why not. */
export async function saveTarget(
	database: Pick<Database, 'db'>,
	{ id: queueId }: StoredQueue,
	target: NewTarget,
	{ allowPrivate, ...writer }: Writer & { allowPrivate: boolean }
): Promise<{ target: AlertTarget } | { problem: AddressProblem | 'too_many' }> {
	const problem =
		target.kind === 'email' ? emailProblem(target.address) : webProblem(target.address, allowPrivate);
	if (problem) return { problem };
	if ((await listAlertTargets(database, [queueId])).length >= mostTargets) return { problem: 'too_many' };
	return { target: await addAlertTarget(database, { ...target, queueId }, writer) };
}

type AddressProblem = 'address' | 'private_address' | 'not_https';

function emailProblem(address: string): 'address' | null {
	return address.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(address) ? null : 'address';
}

/**
 * What can be seen without asking: a name may still lead to a private address, which sending finds out. What a queue's
 * figures go to must be https, but within an own network that the settings allow.
 */
function webProblem(address: string, allowPrivate: boolean): AddressProblem | null {
	const url = URL.canParse(address) && address.length <= 2000 ? new URL(address) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return 'address';
	const host = url.hostname.replace(/^\[|\]$/g, '');
	const isPrivate = isIP(host) ? !isPublicAddress(host) : /^localhost$|\.localhost$/.test(host);
	if (allowPrivate) return null;
	if (isPrivate) return 'private_address';
	return url.protocol === 'https:' ? null : 'not_https';
}
