import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { changeQueue } from '#rollups/changeQueue.server.ts';
import { changeRows } from './changeRows.ts';
import { tidied } from './queueOfForm.ts';
import { parsedForm } from './queueProblems.ts';
import { readQueueForm } from './readQueueForm.ts';
import { queueChanges } from './queueChanges.ts';

/** The form of the settings page: to save it, or to have a row more or less of it. */
export const settingsActions = {
	async default({ params, request, locals }: RequestEvent) {
		const stored = (await findQueue(database(), params.queue ?? '')) ?? error(404);
		const sent = await request.formData();
		const form = readQueueForm(sent);
		const deed = sent.get('do');
		if (typeof deed === 'string' && deed !== 'save') {
			locals.unchanged = true;
			return { form: changeRows(form, deed), problems: {} };
		}
		const tidy = tidied(form);
		const parsed = parsedForm(tidy, stored.queue, locals.lang);
		if ('problems' in parsed) return fail(422, { form: tidy, problems: parsed.problems });
		await changeQueue(database(), parsed.queue);
		locals.audit = { changes: queueChanges(stored.queue, parsed.queue) };
		redirect(303, resolve(`/dashboard/${stored.queue.slug}/settings?saved`));
	}
};
