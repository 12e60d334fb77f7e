import { randomUUID } from 'node:crypto';
import type { AlertFiring, AlertSettings, AlertTarget } from '#model/alert.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { alertMessage } from './alertMessage.ts';
import { sendAlert, type SendOptions } from './sendAlert.server.ts';

export interface Tried {
	target: AlertTarget;
	/** Why it did not arrive, as it is kept of a message; null: it was taken. */
	error: string | null;
}

/** Sends each target a test at once, as a firing of this rule would look; what became of it. */
export async function tryAlert(
	{ id: queueId, queue }: StoredQueue,
	settings: AlertSettings,
	targets: AlertTarget[],
	{ now, origin, ...options }: SendOptions & { now: number; origin: string | null }
): Promise<Tried[]> {
	const firing: AlertFiring = {
		id: randomUUID(),
		queueId,
		ruleId: '',
		settings,
		beganAt: now - settings.hold_seconds * 1000,
		firedAt: now,
		resolvedAt: null,
		end: null,
		last: { value: null },
		worst: { value: null },
		toldAt: now,
		silencedUntil: null,
		silencedBy: null
	};
	return Promise.all(
		targets.map(async (target) => {
			const { kind, address } = target;
			const body = alertMessage({ event: 'test', firing, queue, origin, now }, target);
			const message = { id: randomUUID(), kind, address, body, event: 'test' as const, firingId: null };
			return { target, error: (await sendAlert(message, target, options))?.error ?? null };
		})
	);
}
