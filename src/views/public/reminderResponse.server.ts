import { parseInstant } from '#model/instant.ts';
import type { Queue } from '#model/queue.ts';
import type { Database } from '#records/database.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import { embedTexts } from '#texts/embed.ts';
import { icalendar } from '#texts/icalendar.ts';
import { publicTexts } from '#texts/public.ts';
import { openAt } from '#time/serviceHours.ts';
import { problem } from '#views/api/problem.ts';
import { publicAnswer, publicQueue } from './answers.server.ts';
import { cacheable, openToAll } from './cacheable.server.ts';
import type { EmbedRequest } from './embedResponse.server.ts';
import { guideAddress } from './guideAddress.ts';
import { readerLang } from './readerLang.ts';
import { reminder } from './reminder.ts';

const farthestMs = 14 * 86_400_000;

/** `/call/{queue}/reminder.ics` (api.md): for the window that starts at `start`, or for the first that is named. */
export async function reminderResponse(
	database: Database,
	slug: string,
	{ url, request, now, base }: EmbedRequest
): Promise<Response> {
	const { lang, vary } = readerLang(url, request);
	const { problems } = publicTexts(lang);
	const texts = embedTexts(lang).reminder;
	const stored = await publicQueue(database, slug);
	if (!stored) return problem(404, problems.noQueueTitle, problems.noQueue(slug), {}, openToAll);
	const answer = await publicAnswer(database, stored, { lang, now });
	const asked = url.searchParams.get('start');
	const first = answer.best[0]?.start;
	if (asked === null && first === undefined) return problem(404, texts.noneTitle, texts.none, {}, openToAll);
	// A `+` that was not escaped has become a space.
	const startAt = parseInstant((asked ?? first ?? '').replace(' ', '+'));
	if (startAt === null || !isPossible(await datedQueue(database, stored), startAt, now))
		return problem(400, texts.badStartTitle, texts.badStart, { field: 'start' }, openToAll);
	const topic = url.searchParams.get('topic');
	const guide = guideAddress(url.origin + base, slug, { lang, topic });
	return cacheable(request, icalendar([reminder(answer, startAt, { guide, host: url.hostname })]), {
		'content-type': 'text/calendar; charset=utf-8',
		'content-disposition': `inline; filename="${slug}.ics"`,
		...openToAll,
		...vary
	});
}

/** Answers are kept by caches for a while: a window that has just begun is still one. */
function isPossible(queue: Queue, at: number, now: number): boolean {
	return at > now - 3_600_000 && at < now + farthestMs && openAt(queue, at);
}
