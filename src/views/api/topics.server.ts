import type { RequestEvent } from '@sveltejs/kit';
import { formatInstant } from '#time/zone.ts';
import { topicFigures } from '#views/topics/topicFigures.server.ts';
import { product } from '#work/product.server.ts';
import { csvText } from './csvText.ts';
import { oneRange } from './oneRange.server.ts';

/** `GET /api/v1/queues/{queue}/topics`: a queue's figures by why people call. */
export async function getTopics(event: RequestEvent): Promise<Response> {
	const asked = await oneRange(event);
	if (asked instanceof Response) return asked;
	const { stored, interval } = asked;
	const { slug, zone } = stored.queue;
	const { topics } = await topicFigures(product().database, stored, interval);
	return Response.json({
		queue: slug,
		zone,
		from: formatInstant(zone, interval.startAt),
		to: formatInstant(zone, interval.endAt),
		topics
	});
}

/** The same rows as CSV. */
export async function getTopicsCsv(event: RequestEvent): Promise<Response> {
	const asked = await oneRange(event);
	if (asked instanceof Response) return asked;
	const { all, topics } = await topicFigures(product().database, asked.stored, asked.interval);
	return new Response(csvText(topics, { topic: null, ...all }), {
		headers: { 'content-type': 'text/csv; charset=utf-8' }
	});
}
