import { product } from '#work/product.server.ts';
import { sendMail, type Mail } from '#work/mail.server.ts';

/**
 * The public address to put into mails, or null where it is not known for sure: without ORIGIN it is what the request
 * says, which may be anything, so it is believed of this machine only.
 */
export function mailOrigin(url: URL): string | null {
	const { settings } = product();
	if (settings.origin) return settings.origin;
	return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname) ? url.origin : null;
}

/** Whether mails with links can be sent. */
export function canMail(url: URL): boolean {
	return product().settings.smtp !== null && mailOrigin(url) !== null;
}

/** Sends a mail; false when the mail server did not take it, which the log explains. */
export async function mailed(mail: Mail): Promise<boolean> {
	try {
		await sendMail(product().settings, mail);
		return true;
	} catch (error) {
		console.error('A mail was not sent:', error instanceof Error ? error.message : error);
		return false;
	}
}
