import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { createQueue } from '#views/manager/settings/createQueue.server.ts';
import { mayChange } from '#views/manager/settings/settingsPage.server.ts';

export function load({ locals }) {
	if (!mayChange(locals.person?.role)) error(403);
}

export const actions = {
	async default({ request, locals }) {
		if (!mayChange(locals.person?.role)) error(403);
		const sent = await request.formData();
		const [slug, zh, en] = ['slug', 'name.zh', 'name.en'].map((name) => String(sent.get(name) ?? ''));
		const typed = { slug: (slug ?? '').trim(), name: { zh: zh ?? '', en: en ?? '' } };
		const made = await createQueue(typed.slug, typed.name);
		if (made !== 'made') return fail(422, { ...typed, problem: made });
		redirect(303, resolve(`/dashboard/${typed.slug}/settings?created`));
	}
};
