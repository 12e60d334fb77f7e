import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { newToken } from '#access/token.server.ts';
import { findQueue } from '#records/queues.server.ts';
import { resumeReport, stopReport, subscribe, subscriptionsOf } from '#records/reportSubscriptions.server.ts';
import { nextWeekSlot } from '#time/weekSlot.ts';
import { canMail, mailOrigin } from '#views/access/mailLink.server.ts';
import { product } from '#work/product.server.ts';
import { zoneOf } from '#work/reports.server.ts';

type Asked = RequestEvent<{ queue: string }>;

/** The forms below a report: each is for the person who sends it. */
export const mailActions = {
	async ask(event: Asked) {
		const { locals, params, request, url } = event;
		const { database, settings } = product();
		const stored = await findQueue(database, params.queue);
		const origin = mailOrigin(url);
		if (!locals.person || !stored) error(404);
		const form = await request.formData();
		const slot = { weekday: numberIn(form, 'weekday'), hour: numberIn(form, 'hour') };
		if (!canMail(url) || origin === null) back(event, 'problem');
		if (slot.weekday < 1 || slot.weekday > 7 || slot.hour > 23) back(event, 'problem');
		const queueId = form.get('scope') === 'all' ? null : stored.id;
		const zone = await zoneOf(database, { queueId }, settings.zone);
		await subscribe(database, {
			id: newToken(),
			personId: locals.person.id,
			queueId,
			...slot,
			lang: locals.lang,
			origin,
			dueAt: nextWeekSlot(zone, slot, locals.now)
		});
		back(event, 'asked');
	},

	async stop(event: Asked) {
		const { database } = product();
		const own = await ownIn(event);
		if (own) await stopReport(database, own.id, event.locals.now);
		back(event, 'stopped');
	},

	async resume(event: Asked) {
		const { database, settings } = product();
		const own = await ownIn(event);
		if (!own) back(event, 'problem');
		const zone = await zoneOf(database, own, settings.zone);
		await resumeReport(database, own.id, nextWeekSlot(zone, own, event.locals.now));
		back(event, 'asked');
	}
};

/** To the page as it is now: to load it again sends nothing again. */
function back({ params, url }: Asked, done: 'asked' | 'stopped' | 'problem'): never {
	const week = url.searchParams.get('week');
	const query = new URLSearchParams({ ...(week && { week }), done });
	redirect(303, `/dashboard/${params.queue}/report?${query}#mail`);
}

/** The subscription that a form names, if it is the sender's. */
async function ownIn({ locals, request }: Asked) {
	const id = (await request.formData()).get('id');
	if (!locals.person) error(403);
	const own = await subscriptionsOf(product().database, locals.person.id);
	return own.find((one) => one.id === id);
}

/** Out of every range where it is none. */
function numberIn(form: FormData, name: string): number {
	const text = String(form.get(name) ?? '');
	return /^\d{1,2}$/.test(text) ? Number(text) : 99;
}
