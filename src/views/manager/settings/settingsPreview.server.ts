import type { Database } from '#records/database.server.ts';
import type { Queue } from '#model/queue.ts';
import { queueBook } from '#records/queueBook.server.ts';
import type { StoredQueue } from '#records/queues.server.ts';
import { datedQueue } from '#records/specialDays.server.ts';
import type { Lang } from '#texts/lang.ts';
import { previewAnswer } from '#views/public/answers.server.ts';
import { guideOf, type CallGuide } from '#views/public/callGuide.server.ts';
import { tidied } from './queueOfForm.ts';
import { parsedForm, type Problems } from './queueProblems.ts';
import { readQueueForm } from './readQueueForm.ts';

export interface SettingsPreview {
	/** Null where the settings cannot be taken as they are. */
	guide: CallGuide | null;
	problems: Problems;
	isPublic: boolean;
	saved: boolean;
}

/** The call guide as callers see it, or would see it with what was typed; null where there is no such queue. */
export async function settingsPreview(
	database: Database,
	slug: string,
	{ sent, lang, now }: { sent: FormData | null; lang: Lang; now: number }
): Promise<SettingsPreview | null> {
	const stored = (await queueBook(database)).find(slug);
	if (!stored) return null;
	if (!sent)
		return { ...(await shown(database, stored, stored.queue, { lang, now, topic: null })), saved: true };
	const parsed = parsedForm(tidied(readQueueForm(sent)), stored.queue, lang);
	if ('problems' in parsed)
		return { guide: null, problems: parsed.problems, isPublic: stored.queue.public.enabled, saved: false };
	const topic = sent.get('preview.topic');
	const asked = { lang, now, topic: typeof topic === 'string' && topic !== '' ? topic : null };
	return { ...(await shown(database, stored, parsed.queue, asked)), saved: false };
}

async function shown(
	database: Database,
	stored: StoredQueue,
	queue: Queue,
	asked: { lang: Lang; now: number; topic: string | null }
) {
	const made = await previewAnswer(database, stored, queue, asked);
	const guide = guideOf(await datedQueue(database, { ...stored, queue }), made, { ...asked, zone: null });
	return { guide, problems: {}, isPublic: stored.queue.public.enabled };
}
