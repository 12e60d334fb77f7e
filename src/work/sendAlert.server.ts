import { askOutside } from '#access/outbound.server.ts';
import { signedHeaders } from '#access/webhookSignature.ts';
import type { AlertTarget } from '#model/alert.ts';
import type { Settings } from '#model/settings.ts';
import type { AlertDelivery } from '#records/alertDeliveries.server.ts';
import type { AlertMail } from './alertMessage.ts';
import { sendMail } from './mail.server.ts';

/** Why a message did not arrive, to be kept: `problem:timeout`, `status:500`, `mail:550 no such user`. */
export interface Failure {
	error: string;
	/** To try again would change nothing. */
	isFinal: boolean;
}

export interface SendOptions {
	settings: Pick<Settings, 'smtp' | 'allowPrivateAddresses'>;
	/** The machine's clock, ms: receivers hold a message's time against theirs. */
	machineNow: number;
}

type Sent = Pick<AlertDelivery, 'id' | 'kind' | 'address' | 'body' | 'event' | 'firingId'>;

/** Sends a message once; null: it was taken. */
export async function sendAlert(
	message: Sent,
	target: Pick<AlertTarget, 'secret'> | null,
	options: SendOptions
): Promise<Failure | null> {
	if (!target) return { error: 'problem:removed', isFinal: true };
	return message.kind === 'email'
		? sendAsMail(message, options)
		: sendToWebhook(message, target.secret ?? '', options);
}

async function sendToWebhook(
	{ id, address, body }: Sent,
	secret: string,
	{ settings, machineNow }: SendOptions
): Promise<Failure | null> {
	const timestamp = Math.floor(machineNow / 1000);
	const answer = await askOutside(address, {
		method: 'POST',
		body,
		headers: { 'content-type': 'application/json', ...signedHeaders(secret, { id, timestamp, body }) },
		redirects: 0,
		maxBytes: 64 * 1024,
		allowPrivate: settings.allowPrivateAddresses
	});
	if ('problem' in answer) return { error: `problem:${answer.problem}`, isFinal: false };
	if (answer.status >= 200 && answer.status < 300) return null;
	// Gone, says the receiver: it wants nothing more of this.
	return { error: `status:${answer.status}`, isFinal: answer.status === 410 };
}

async function sendAsMail(
	{ id, address, body, event, firingId }: Sent,
	{ settings }: SendOptions
): Promise<Failure | null> {
	if (!settings.smtp) return { error: 'problem:no_mail_server', isFinal: false };
	const { subject, text }: AlertMail = JSON.parse(body);
	// That it began and that it is over stand together in a reader's mailbox.
	const thread = firingId && event === 'resolved' ? `<${firingId}@alerts.offpeak>` : null;
	const headers = {
		// No person wrote it, and none is to answer by machine (RFC 3834).
		'Auto-Submitted': 'auto-generated',
		...(thread !== null && { 'In-Reply-To': thread, References: thread })
	};
	const messageId = `<${event === 'firing' ? (firingId ?? id) : id}@alerts.offpeak>`;
	try {
		await sendMail(settings, { to: address, subject, text, messageId, headers });
		return null;
	} catch (error) {
		const words = error instanceof Error ? error.message : String(error);
		const isFinal = error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 550;
		return { error: `mail:${words.replace(/\s+/g, ' ').slice(0, 200)}`, isFinal };
	}
}
