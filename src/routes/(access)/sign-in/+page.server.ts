import { fail, redirect } from '@sveltejs/kit';
import { openSession, safePath } from '#views/access/session.server.ts';
import { tryToSignIn } from '#views/access/signIn.server.ts';
import { signInPage } from '#views/access/signInPage.server.ts';

export function load({ url, locals }) {
	const to = safePath(url.searchParams.get('to'));
	if (locals.person) redirect(303, to);
	return signInPage(url, to);
}

export const actions = {
	async default(event) {
		const form = await event.request.formData();
		const email = String(form.get('email') ?? '');
		const person = await tryToSignIn(event, email, String(form.get('password') ?? ''));
		if (person === 'wrong' || person === 'tooMany')
			return fail(person === 'wrong' ? 400 : 429, { problem: person, email });
		await openSession(event, person);
		redirect(303, safePath(event.url.searchParams.get('to')));
	}
};
