import { redirect } from '@sveltejs/kit';
import { closeSession } from '#views/access.server.ts';

export const load = () => redirect(303, '/dashboard');

export const actions = {
	async default({ cookies }) {
		await closeSession(cookies);
		redirect(303, '/sign-in');
	}
};
