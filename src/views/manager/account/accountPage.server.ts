import { error, type RequestEvent } from '@sveltejs/kit';
import { needsPasskey } from '#access/needsPasskey.ts';
import { listPasskeys } from '#access/passkeys.server.ts';
import { personById } from '#access/people.server.ts';
import { listSessions, sessionCookie } from '#access/sessions.server.ts';
import { accountTexts } from '#texts/account.ts';
import type { Lang } from '#texts/lang.ts';
import { peopleTexts } from '#texts/people.ts';
import { product } from '#work/product.server.ts';
import { when } from '../people/when.ts';
import { programOf } from './programOf.ts';

/** What somebody who has signed in sees to for themselves. */
export async function accountPage({
	locals,
	cookies,
	url
}: Pick<RequestEvent, 'locals' | 'cookies' | 'url'>) {
	const { person, lang, now } = locals;
	if (!person) error(403);
	const { database, settings } = product();
	const texts = accountTexts(lang);
	const token = cookies.get(sessionCookie(url)) ?? '';
	const [stored, passkeys, sessions] = await Promise.all([
		personById(database, person.id),
		listPasskeys(database, person.id),
		listSessions(database, person.id, { token, now })
	]);
	const said = (at: Date) => when(at, lang, settings.zone);
	const { roles, all } = peopleTexts(lang);
	return {
		finding: texts.finding(person.email, roles[person.role], reach(person.queues, all, lang)),
		email: person.email,
		demand: needsPasskey(person, settings.demandPasskey, { reach: 'own' })
			? texts.demand[passkeys.length > 0 ? 'signIn' : 'add']
			: null,
		hasPassword: stored?.passwordHash != null,
		passkeys: passkeys.map(({ id, name, synced, createdAt, usedAt }) => ({
			id,
			name,
			facts: [
				synced ? texts.synced : texts.bound,
				texts.added(said(createdAt)),
				usedAt ? texts.used(said(usedAt)) : texts.unused
			]
		})),
		sessions: sessions.map(({ id, isThis, agent, address, seenAt }) => ({
			id,
			isThis,
			program: programOf(agent) ?? texts.unnamed,
			seen: texts.seen(said(seenAt), address)
		}))
	};
}

export type AccountPage = Awaited<ReturnType<typeof accountPage>>;

function reach(queues: string[] | null, all: string, lang: Lang): string {
	if (queues === null) return lang === 'zh' ? all : all.toLowerCase();
	return queues.join(lang === 'zh' ? '、' : ', ');
}
