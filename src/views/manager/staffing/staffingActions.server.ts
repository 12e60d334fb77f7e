import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { isDate } from '#time/zone.ts';
import { bringPlan, planBytes, removePlan } from './bringPlan.server.ts';

/** The forms of the staffing page. */
export const staffingActions = {
	async bring(event: RequestEvent) {
		const stored = await queueFor(event);
		const form = await event.request.formData();
		const file = form.get('file');
		const text =
			file instanceof File && file.size > 0
				? await file.slice(0, planBytes).text()
				: String(form.get('text') ?? '');
		const brought = await bringPlan(database(), stored, text);
		return brought.shifts > 0 ? { brought } : fail(422, { brought });
	},
	async remove(event: RequestEvent) {
		const stored = await queueFor(event);
		const date = event.url.searchParams.get('date') ?? '';
		if (!isDate(date)) error(400);
		return { brought: await removePlan(database(), stored, date) };
	}
};

async function queueFor({ params }: RequestEvent) {
	return (await findQueue(database(), params.queue ?? '')) ?? error(404);
}
