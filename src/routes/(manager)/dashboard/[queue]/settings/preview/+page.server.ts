import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { settingsPreview } from '#views/manager/settings/settingsPreview.server.ts';

export async function load({ params, request, locals, setHeaders }) {
	setHeaders({ 'cache-control': 'no-store' });
	if (request.method === 'POST') return { preview: null };
	const asked = { sent: null, lang: locals.lang, now: locals.now };
	return { preview: (await settingsPreview(database(), params.queue, asked)) ?? error(404) };
}

export const actions = {
	async default({ params, request, locals }) {
		const asked = { sent: await request.formData(), lang: locals.lang, now: locals.now };
		return { preview: (await settingsPreview(database(), params.queue, asked)) ?? error(404) };
	}
};
