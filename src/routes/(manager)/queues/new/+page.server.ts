import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { createQueue } from '#views/manager/settings/createQueue.server.ts';

export const actions = {
	async default({ request, locals }) {
		const sent = await request.formData();
		const [slug, zh, en] = ['slug', 'name.zh', 'name.en'].map((name) => String(sent.get(name) ?? ''));
		const typed = { slug: (slug ?? '').trim(), name: { zh: zh ?? '', en: en ?? '' } };
		const made = await createQueue(typed.slug, typed.name);
		if (made !== 'made') return fail(422, { ...typed, problem: made });
		locals.audit = { queue: typed.slug };
		redirect(303, resolve(`/dashboard/${typed.slug}/settings?created`));
	}
};
