import { fail, redirect } from '@sveltejs/kit';
import { openSession } from '#views/access/session.server.ts';
import { isSetUpLink, setUp } from '#views/access/setUp.server.ts';

export async function load({ url, setHeaders }) {
	setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
	return { usable: await isSetUpLink(url.searchParams.get('token') ?? '') };
}

export const actions = {
	async default(event) {
		const form = await event.request.formData();
		const email = String(form.get('email') ?? '');
		const token = event.url.searchParams.get('token') ?? '';
		const person = await setUp(token, email, String(form.get('password') ?? ''));
		if (typeof person === 'string') return fail(400, { problem: person, email });
		await openSession(event, person);
		redirect(303, '/dashboard');
	}
};
