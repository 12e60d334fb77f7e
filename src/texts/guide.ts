import type { Queue } from '#model/queue.ts';
import { authoritiesEn, type Authorities } from './authorities.en.ts';
import { authoritiesZh } from './authorities.zh.ts';
import { guideEn, type GuideName, type GuideTexts } from './guide.en.ts';
import { guideZh } from './guide.zh.ts';
import type { Lang } from './lang.ts';

export type { GuideName } from './guide.en.ts';

const defaults: Record<Lang, GuideTexts> = { en: guideEn, zh: guideZh };
const authorityLists: Record<Lang, Authorities> = { en: authoritiesEn, zh: authoritiesZh };

/**
 * A text of the call guide: the manager's for this language (`urgent.zh` in `public.guide`), else the manager's for
 * all (`urgent`), else the default.
 */
export function guideText(queue: Queue, lang: Lang, name: GuideName): string {
	return ownText(queue, lang, name) ?? defaults[lang][name];
}

/** The same as a list, one item a line. */
export function guideList(queue: Queue, lang: Lang, name: GuideName): string[] {
	return linesOf(guideText(queue, lang, name));
}

/** Whom to turn to in the queue's country, one a line. */
export function authorities(queue: Queue, lang: Lang): string[] {
	return linesOf(ownText(queue, lang, 'authorities') ?? defaultAuthorities(queue.country, lang).join('\n'));
}

export function defaultAuthorities(country: string, lang: Lang): string[] {
	const lists = authorityLists[lang];
	return isListed(country) ? lists[country] : lists.other;
}

/** The texts of the guide that a manager may replace. */
export const guideTextNames = [
	'fraud_warning',
	'number_check',
	'prepare',
	'explain',
	'urgent',
	'freeze_url',
	'no_channels',
	'unsolved',
	'authorities'
] as const satisfies (GuideName | 'authorities')[];
export type GuideTextName = (typeof guideTextNames)[number];

/** What a text says where the manager says nothing; of the authorities that of no country. */
export function defaultGuideText(lang: Lang, name: GuideTextName): string {
	return name === 'authorities' ? '' : defaults[lang][name];
}

/** Where an account can be frozen at once, or null where no such page is known. */
export function freezeUrl(queue: Queue, lang: Lang): string | null {
	const text = guideText(queue, lang, 'freeze_url').trim();
	return isWebAddress(text) ? text : null;
}

/** What may stand behind a link of the guide. */
function isWebAddress(text: string): boolean {
	return /^(https?:\/\/|mailto:|tel:)\S+$/i.test(text);
}

/**
 * A topic's name and list as `topics` has them, or as `public.guide` translates them
 * (`topic.stolen.name.en`, `topic.stolen.prepare.en`).
 */
export function topicText(queue: Queue, lang: Lang, slug: string, part: 'name' | 'prepare'): string | null {
	return queue.public.guide[`topic.${slug}.${part}.${lang}`] || null;
}

/**
 * A channel's label as `public.guide` translates it: `channel.chat.label.en`; of the second of a kind
 * `channel.chat.2.label.en`.
 */
export function channelText({ public: part }: Queue, lang: Lang, index: number): string | null {
	const key = channelKey(part.channels, index);
	return part.guide[`${key}.label.${lang}`] || null;
}

/** The name of a channel in `public.guide`: its kind, and its place among those of its kind. */
export function channelKey(channels: { kind: string }[], index: number): string {
	const kind = channels[index]?.kind ?? '';
	const place = channels.slice(0, index + 1).filter((channel) => channel.kind === kind).length;
	return place > 1 ? `channel.${kind}.${place}` : `channel.${kind}`;
}

/** What the number is called, as `public.guide` translates it (`phone.label.en`). */
export function phoneLabel({ public: { phone, guide } }: Queue, lang: Lang): string {
	return guide[`phone.label.${lang}`] || (phone?.label ?? '');
}

export function linesOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function ownText({ public: { guide } }: Queue, lang: Lang, name: string): string | null {
	return guide[`${name}.${lang}`] || guide[name] || null;
}

function isListed(country: string): country is keyof Authorities {
	return Object.hasOwn(authoritiesEn, country) && country !== 'other';
}
