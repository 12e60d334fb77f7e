import { fail, redirect } from '@sveltejs/kit';
import { openSession, safePath, tryToSignIn } from '#views/access.server.ts';

export function load({ locals, url }) {
	if (locals.person) redirect(303, safePath(url.searchParams.get('to')));
}

export const actions = {
	async default({ request, cookies, locals, url }) {
		const form = await request.formData();
		const email = String(form.get('email') ?? '');
		const person = await tryToSignIn(email, String(form.get('password') ?? ''), locals.now);
		if (person === 'wrong' || person === 'tooMany')
			return fail(person === 'wrong' ? 400 : 429, { problem: person, email });
		await openSession(cookies, person, locals.now, url);
		redirect(303, safePath(url.searchParams.get('to')));
	}
};
