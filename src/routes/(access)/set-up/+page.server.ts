import { fail, redirect } from '@sveltejs/kit';
import { isSetUpLink, openSession, setUp } from '#views/access.server.ts';

export async function load({ url }) {
	return { usable: await isSetUpLink(url.searchParams.get('token') ?? '') };
}

export const actions = {
	async default({ request, cookies, locals, url }) {
		const form = await request.formData();
		const email = String(form.get('email') ?? '');
		const token = url.searchParams.get('token') ?? '';
		const person = await setUp(token, email, String(form.get('password') ?? ''));
		if (typeof person === 'string') return fail(400, { problem: person, email });
		await openSession(cookies, person, locals.now, url);
		redirect(303, '/dashboard');
	}
};
