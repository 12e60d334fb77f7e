import { fail, redirect } from '@sveltejs/kit';
import { linkOwner, setByLink } from '#views/access/passwordLink.server.ts';
import { openSession } from '#views/access/session.server.ts';

export async function load({ url, locals, setHeaders }) {
	setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
	const owner = await linkOwner(url.searchParams.get('token') ?? '', locals.now);
	return { owner: owner && { email: owner.email, isNew: owner.signedInAt === null } };
}

export const actions = {
	async default(event) {
		const password = String((await event.request.formData()).get('password') ?? '');
		const set = await setByLink(event, event.url.searchParams.get('token') ?? '', password);
		if (typeof set === 'string') return fail(400, { problem: set });
		await openSession(event, set);
		redirect(303, '/dashboard');
	}
};
