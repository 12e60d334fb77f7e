import { createTransport } from 'nodemailer';
import type { Settings } from '#model/settings.ts';

export interface Mail {
	to: string;
	subject: string;
	text: string;
	/** The same for readers that show more than text. */
	html?: string;
	headers?: Record<string, string>;
	/** The same for the same mail: who gets it twice is shown it once. */
	messageId?: string;
}

const patienceMs = 15_000;

/** Hands a mail in at the server of the settings; throws when that does not take it. */
export async function sendMail({ smtp }: Pick<Settings, 'smtp'>, mail: Mail): Promise<void> {
	if (!smtp) throw new Error('no mail server is set');
	const transport = createTransport({
		url: smtp.url,
		connectionTimeout: patienceMs,
		greetingTimeout: patienceMs,
		socketTimeout: patienceMs
	});
	try {
		await transport.sendMail({ from: smtp.from, ...mail });
	} finally {
		transport.close();
	}
}
