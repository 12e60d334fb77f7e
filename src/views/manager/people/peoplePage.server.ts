import { listPeople } from '#access/people.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { formatNumber } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import { peopleTexts } from '#texts/people.ts';
import { product } from '#work/product.server.ts';
import { canMail } from '#views/access/mailLink.server.ts';
import { when } from './when.ts';

/** The people of the house, as its administrators see them. */
export async function peoplePage({
	url,
	lang,
	now,
	ownId
}: {
	url: URL;
	lang: Lang;
	now: number;
	ownId: number;
}) {
	const { database, settings } = product();
	const texts = peopleTexts(lang);
	const [people, queues] = await Promise.all([listPeople(database, now), listQueues(database)]);
	const names = new Map(queues.map(({ queue }) => [queue.slug, queue.name[lang]]));
	const admins = people.filter(({ role, queues }) => role === 'admin' && queues === null);
	const open = people.filter(({ signedInAt }) => signedInAt === null).length;
	return {
		finding: texts.finding(formatNumber(people.length, lang), formatNumber(admins.length, lang), open),
		mails: canMail(url),
		queues: queues.map(({ queue }) => ({ slug: queue.slug, name: queue.name[lang] })),
		people: people.map((person) => ({
			id: person.id,
			email: person.email,
			role: person.role,
			queues: person.queues,
			reach: person.queues?.map((slug) => names.get(slug) ?? slug) ?? null,
			isYou: person.id === ownId,
			facts: [
				person.signedInAt ? texts.signedIn(when(person.signedInAt, lang, settings.zone)) : texts.notYet,
				...(person.sessions > 0 ? [texts.sessions(person.sessions)] : []),
				...(person.passkeys > 0 ? [texts.passkeys(person.passkeys)] : [])
			],
			hasSessions: person.sessions > 0
		}))
	};
}

export type PeoplePage = Awaited<ReturnType<typeof peoplePage>>;
