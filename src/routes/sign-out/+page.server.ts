import { redirect } from '@sveltejs/kit';
import { closeSession } from '#views/access/session.server.ts';

export const load = () => redirect(303, '/dashboard');

export const actions = {
	async default(event) {
		await closeSession(event);
		// Not what callers keep for themselves, which lies with the same address.
		event.setHeaders({ 'clear-site-data': '"cache"' });
		redirect(303, '/sign-in');
	}
};
