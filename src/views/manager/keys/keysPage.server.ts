import { isOver, listKeys, type StoredKey } from '#access/keys.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { keysTexts } from '#texts/keys.ts';
import type { Lang } from '#texts/lang.ts';
import { product } from '#work/product.server.ts';
import { when } from '../people/when.ts';

/** The keys of machines, as administrators see them: those that open something first. */
export async function keysPage({ lang, now }: { lang: Lang; now: number }) {
	const { database, settings } = product();
	const texts = keysTexts(lang);
	const [keys, queues] = await Promise.all([listKeys(database), listQueues(database)]);
	const names = new Map(queues.map(({ queue }) => [queue.slug, queue.name[lang]]));
	const open = keys.filter((key) => !isOver(key, now));
	const over = keys.filter((key) => isOver(key, now));
	const view = (key: StoredKey) => ({
		id: key.id,
		name: key.name,
		hint: key.hint,
		scopes: key.scopes.join(', '),
		reach: key.queues?.map((slug) => names.get(slug) ?? slug) ?? null,
		isOver: isOver(key, now),
		canRotate: !isOver(key, now) && key.nextId === null,
		facts: factsOf(key, { lang, zone: settings.zone, now })
	});
	const unused = open.filter(({ usedAt }) => usedAt === null).length;
	const hasSettingsKey = settings.apiKey !== null;
	return {
		finding: texts.finding(open.length, unused, hasSettingsKey),
		hasSettingsKey,
		queues: queues.map(({ queue }) => ({ slug: queue.slug, name: queue.name[lang] })),
		keys: [...open.reverse(), ...over.reverse()].map(view)
	};
}

export type KeysPage = Awaited<ReturnType<typeof keysPage>>;

function factsOf(key: StoredKey, { lang, zone, now }: { lang: Lang; zone: string; now: number }): string[] {
	const texts = keysTexts(lang);
	const said = (at: Date) => when(at, lang, zone);
	const end = key.revokedAt
		? texts.revoked(said(key.revokedAt))
		: key.expiresAt === null
			? texts.endless
			: isOver(key, now)
				? texts.ended(said(key.expiresAt))
				: texts.endsAt(said(key.expiresAt));
	return [
		texts.made(said(key.createdAt), key.madeBy ?? ''),
		key.usedAt ? texts.used(said(key.usedAt)) : texts.unused,
		end,
		...(key.nextId === null ? [] : [texts.followed])
	];
}
