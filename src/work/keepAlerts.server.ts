import type { Settings } from '#model/settings.ts';
import { dropFirings } from '#records/alertFirings.server.ts';
import type { Database } from '#records/database.server.ts';
import { takeTurn } from '#records/takeTurn.server.ts';
import { alone } from './alone.server.ts';
import { deliverAlerts } from './deliverAlerts.server.ts';
import type { Estimates } from './estimates.server.ts';
import { lookAtAlerts } from './lookAtAlerts.server.ts';

const lookMs = 10_000;
const sendMs = 5_000;
/** What one process has acted upon the others have heard of by then (estimates.server.ts), so that they do not undo it. */
const hearingMs = 6_000;
const hourMs = 3_600_000;
/** So long it is on record what fired. */
const keptMs = 400 * 24 * hourMs;
/** A message that is being sent when the product ends is sent again later, rather than waited for. */
const endMs = 3_000;

/**
 * Looks at all rules every ten seconds, in one process at a time, and sends what is due, in all of them. Gives what
 * ends it.
 */
export function keepAlerts(
	database: Database,
	settings: Pick<Settings, 'smtp' | 'allowPrivateAddresses' | 'origin'>,
	{ estimates, now }: { estimates: Estimates; now: () => number }
): () => Promise<void> {
	let ended = false;
	let droppedAt = -Infinity;
	const look = once(async () => {
		await alone(database, 'alerts', async () => {
			if (!(await takeTurn(database, 'alerts', hearingMs))) return;
			const at = now();
			const lineOf = (queueId: number) => estimates.state(queueId, at);
			const messages = await lookAtAlerts(database, { now: at, lineOf, origin: settings.origin });
			if (messages > 0) void send();
			if (at - droppedAt < hourMs) return;
			await dropFirings(database, at - keptMs);
			droppedAt = at;
		});
	}, 'Alerts were not looked at:');
	const send = once(async () => {
		while (!ended && (await deliverAlerts(database, { settings, now: now(), machineNow: Date.now() })) > 0);
	}, 'Messages of alerts were not sent:');

	/** One at a time; what fails is told, and tried again with the next. */
	function once(work: () => Promise<void>, sentence: string): () => Promise<void> {
		let running: Promise<void> | null = null;
		return () =>
			(running ??= (ended ? Promise.resolve() : work())
				.catch((error: unknown) => {
					if (!ended) console.error(sentence, error);
				})
				.finally(() => (running = null)));
	}

	const timers = [setInterval(look, lookMs).unref(), setInterval(send, sendMs).unref()];
	void send();
	return async () => {
		for (const timer of timers) clearInterval(timer);
		ended = true;
		const running = Promise.all([look(), send()]);
		await Promise.race([running, new Promise((done) => setTimeout(done, endMs).unref())]);
	};
}
