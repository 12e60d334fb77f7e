import type { Settings } from '#model/settings.ts';
import type { Database } from '#records/database.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { takeDueReport, type DueReport, type ReportOutcome } from '#records/reportSubscriptions.server.ts';
import { nextWeekSlot } from '#time/weekSlot.ts';
import { sendMail, type Mail } from './mail.server.ts';

const lookMs = 60_000;
/** A mail server that has not taken a mail is asked again after so long. */
const againMs = 10 * 60_000;
/** Later than that it is no news any more. */
const lateMs = 24 * 3_600_000;

export interface ReportKeeper {
	/** Sends all that are due now; resolves when that is done. */
	look(): Promise<void>;
	/** Ends it; resolves when the mail at hand is finished. */
	end(): Promise<void>;
}

/** Writes the mail of one that is due; null where there is nothing that the person may still see. */
export type WriteReport = (
	database: Database,
	due: DueReport,
	now: number
) => Promise<Omit<Mail, 'to'> | null>;

interface Kept {
	database: Database;
	settings: Pick<Settings, 'smtp' | 'zone'>;
	now: () => number;
}

/**
 * Sends the report of the week to whoever asked for it, at their hour of the week. Of several processes one sends each.
 * A mail that the server does not take is tried again for a day, then waits for the next week.
 */
export function keepReports({ database, settings, now }: Kept, write: WriteReport): ReportKeeper {
	let running: Promise<void> | null = null;
	let ended = false;
	async function sendDue(): Promise<void> {
		if (!settings.smtp) return;
		while (!ended && (await takeDueReport(database, now(), send)));
	}

	async function send(due: DueReport): Promise<ReportOutcome> {
		const at = now();
		const zone = await zoneOf(database, due, settings.zone);
		const following = nextWeekSlot(zone, due, at);
		const skip = { dueAt: following, nextAt: following, sent: false };
		if (at - due.dueAt > lateMs) return skip;
		try {
			const mail = await write(database, due, at);
			if (!mail) return 'stop';
			await sendMail(settings, { to: due.email, ...mail });
			return { ...skip, sent: true };
		} catch (error) {
			console.error('A report was not sent:', error instanceof Error ? error.message : error);
			return { dueAt: due.dueAt, nextAt: at + againMs, sent: false };
		}
	}

	const look = () =>
		(running ??= sendDue()
			.catch((error: unknown) => {
				if (!ended) console.error('Reports by e-mail:', error);
			})
			.finally(() => (running = null)));
	const timer = setInterval(() => void look(), lookMs).unref();
	void look();
	return {
		look,
		async end() {
			ended = true;
			clearInterval(timer);
			await running;
		}
	};
}

/** Whose clock the hour is by: the queue's; of all queues, that of the settings. */
export async function zoneOf(
	database: Pick<Database, 'db'>,
	{ queueId }: Pick<DueReport, 'queueId'>,
	houseZone: string
): Promise<string> {
	if (queueId === null) return houseZone;
	const queues = await listQueues(database);
	return queues.find(({ id }) => id === queueId)?.queue.zone ?? houseZone;
}
