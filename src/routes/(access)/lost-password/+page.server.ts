import { mailLostPassword, mailsLinks } from '#views/access/passwordLink.server.ts';

export function load({ url }) {
	return { mails: mailsLinks(url) };
}

export const actions = {
	async default(event) {
		const email = String((await event.request.formData()).get('email') ?? '');
		mailLostPassword(event, email);
		return { sent: true };
	}
};
