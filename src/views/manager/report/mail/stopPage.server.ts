import { error, type RequestEvent } from '@sveltejs/kit';
import { personById } from '#access/people.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { resumeReport, stopReport, subscriptionOf } from '#records/reportSubscriptions.server.ts';
import { reportMailTexts } from '#texts/reportMail.ts';
import { nextWeekSlot } from '#time/weekSlot.ts';
import { product } from '#work/product.server.ts';
import { zoneOf } from '#work/reports.server.ts';

type Asked = Pick<RequestEvent<{ subscription: string }>, 'params' | 'locals'>;

/** Where the last link of a mail leads: to look at it stops nothing, as programs that check mail open every link. */
export async function stopPage({ params, locals }: Asked) {
	const { database } = product();
	const found = await known(params.subscription);
	const [person, queues] = await Promise.all([personById(database, found.personId), listQueues(database)]);
	const queue = queues.find(({ id }) => id === found.queueId)?.queue;
	return {
		view: {
			name: queue?.name[locals.lang] ?? reportMailTexts(locals.lang).allQueues,
			email: person?.email ?? '',
			isStopped: found.stoppedAt !== null
		}
	};
}

/** Answered with the page itself: programs that stop mails with one click follow no redirect (RFC 8058). */
export const stopPageActions = {
	async stop({ params, locals }: Asked) {
		const { id } = await known(params.subscription);
		await stopReport(product().database, id, locals.now);
	},

	async resume({ params, locals }: Asked) {
		const { database, settings } = product();
		const found = await known(params.subscription);
		const zone = await zoneOf(database, found, settings.zone);
		await resumeReport(database, found.id, nextWeekSlot(zone, found, locals.now));
	}
};

async function known(id: string) {
	return (await subscriptionOf(product().database, id)) ?? error(404);
}
