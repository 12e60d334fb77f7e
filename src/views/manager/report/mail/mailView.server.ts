import type { Person } from '#model/person.ts';
import type { Settings } from '#model/settings.ts';
import type { Database } from '#records/database.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { subscriptionsOf, type ReportSubscription } from '#records/reportSubscriptions.server.ts';
import type { Lang } from '#texts/lang.ts';
import { reportMailTexts } from '#texts/reportMail.ts';
import { when } from '../../people/when.ts';
import { everyWeek } from './everyWeek.ts';

interface Asked {
	/** Of the queue whose report it is. */
	slug: string;
	person: Person | null;
	settings: Pick<Settings, 'zone'>;
	canMail: boolean;
	done: string | null;
	lang: Lang;
	now: number;
}

/** What somebody gets by e-mail, and can ask for; null for those who may only look. */
export async function mailView(
	database: Database,
	{ slug, person, settings, canMail, done, lang, now }: Asked
) {
	if (!person || person.role === 'viewer') return null;
	const texts = reportMailTexts(lang);
	const [queues, all] = await Promise.all([listQueues(database), subscriptionsOf(database, person.id)]);
	const words = (one: ReportSubscription) => {
		const queue = queues.find(({ id }) => id === one.queueId)?.queue;
		const zone = queue?.zone ?? settings.zone;
		return {
			id: one.id,
			name: queue?.name[lang] ?? texts.allQueues,
			when: everyWeek(one, zone, { lang, now }),
			next: when(new Date(one.dueAt), lang, zone)
		};
	};
	const here = queues.find(({ queue }) => queue.slug === slug);
	const running = all.filter(({ stoppedAt }) => stoppedAt === null);
	const asked =
		running.find(({ queueId }) => queueId === here?.id) ?? running.find(({ queueId }) => queueId === null);
	const [last] = all
		.filter(({ stoppedAt }) => stoppedAt !== null)
		.sort((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0));
	return {
		canMail,
		weekday: asked?.weekday ?? 1,
		hour: asked?.hour ?? 8,
		list: running.map(words),
		saved: done === 'asked' && asked ? texts.saved(words(asked).next) : null,
		stopped: done === 'stopped' && last ? words(last) : null,
		problem: done === 'problem' ? texts.problem : null
	};
}

export type MailView = NonNullable<Awaited<ReturnType<typeof mailView>>>;
