import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { changeQueue } from '#rollups/changeQueue.server.ts';
import { queueChanges } from '../settings/queueChanges.ts';
import { askedLevel, saidLevel } from './askedLevel.ts';

/** The form that makes a formula and its thresholds the queue's own. */
export const levelActions = {
	async level({ params, request, locals }: RequestEvent) {
		const stored = (await findQueue(database(), params.queue ?? '')) ?? error(404);
		const form = await request.formData();
		const asked = askedLevel(stored.queue, saidLevel(form), locals.lang);
		if ('problems' in asked) return fail(422, { problems: asked.problems });
		await changeQueue(database(), asked.queue);
		locals.audit = { changes: queueChanges(stored.queue, asked.queue) };
		const kept = new URLSearchParams();
		for (const name of ['from', 'to']) {
			const value = form.get(name);
			if (typeof value === 'string' && value !== '') kept.set(name, value);
		}
		kept.set('saved', '');
		redirect(303, resolve(`/dashboard/${stored.queue.slug}/waits?${kept}#levels`));
	}
};
