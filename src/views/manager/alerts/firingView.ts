import { quietUntil } from '#analysis/alerts/quietUntil.ts';
import type { AlertFiring } from '#model/alert.ts';
import type { AlertDelivery } from '#records/alertDeliveries.server.ts';
import type { AlertRule } from '#records/alertRules.server.ts';
import { readingSentence, ruleSentence } from '#texts/alertWords.ts';
import { alertsTexts } from '#texts/alerts.ts';
import { formatNumber, formatSeconds } from '#texts/format.ts';
import type { Opening } from '#time/serviceHours.ts';
import { shownAddress } from '../../shownAddress.ts';
import { moment, type Moments } from '../moments.ts';
import { failureWords } from './failureWords.ts';

/** What fired, in words as they are shown. */
export interface FiringView {
	id: string;
	/** The queue's address and name. */
	slug: string;
	queue: string;
	rule: string;
	reading: string;
	worst: string;
	/** It was worse before. */
	isWorse: boolean;
	fired: string;
	began: string;
	/** Empty while it fires. */
	over: string;
	lasted: string;
	why: string;
	/** `2 of 3`. */
	told: string;
	/** One line for each message, or why there is none. */
	messages: { text: string; failed: boolean }[];
	silence: string | null;
}

interface FiringFacts {
	slug: string;
	name: string;
	opening: Opening;
	/** Its rule, where it is still there. */
	rule: AlertRule | null;
	deliveries: readonly AlertDelivery[];
}

export function firingView(
	firing: AlertFiring,
	{ slug, name, opening, rule, deliveries }: FiringFacts,
	moments: Moments
): FiringView {
	const { lang, zone, now } = moments;
	const texts = alertsTexts(lang);
	const { id, settings, last, worst, firedAt, beganAt, resolvedAt, end } = firing;
	const reading = (of: AlertFiring['last']) => readingSentence(settings, of, { lang, zone });
	const own = deliveries.filter(({ firingId }) => firingId === id);
	const sent = own.filter(({ sentAt }) => sentAt !== null).length;
	return {
		id,
		slug,
		queue: name,
		rule: ruleSentence(settings, lang),
		reading: reading(last),
		worst: reading(worst),
		isWorse: last.value !== worst.value,
		fired: moment(firedAt, moments),
		began: moment(beganAt, moments),
		over: resolvedAt === null ? '' : moment(resolvedAt, moments),
		lasted: formatSeconds(((resolvedAt ?? now) - beganAt) / 1000, lang),
		why: end === null ? '' : texts.history.ends[end],
		told:
			own.length === 0
				? texts.history.nobody
				: texts.history.toldCount(formatNumber(sent, lang), formatNumber(own.length, lang)),
		messages:
			own.length > 0
				? own.map((message) => messageLine(message, moments))
				: [{ text: whyUntold(firing, rule, opening, moments), failed: false }],
		silence: silenceWords(firing, moments)
	};
}

/** Until when something is silenced, and by whom; null: it is not. */
export function silenceWords(
	{ silencedUntil, silencedBy }: Pick<AlertFiring, 'silencedUntil' | 'silencedBy'>,
	moments: Moments
): string | null {
	if (silencedUntil === null || silencedUntil <= moments.now) return null;
	const texts = alertsTexts(moments.lang);
	const by = silencedBy ?? '';
	return silencedUntil === Infinity
		? texts.silencedForEver(by)
		: texts.silencedUntil(moment(silencedUntil, moments), by);
}

function whyUntold(firing: AlertFiring, rule: AlertRule | null, opening: Opening, moments: Moments): string {
	const texts = alertsTexts(moments.lang).now;
	if (firing.resolvedAt !== null || !rule) return texts.untold;
	if (rule.settings.targets.length === 0) return texts.untoldNobody;
	if (silenceWords(firing, moments) ?? silenceWords(rule, moments)) return texts.untoldSilent;
	const quiet = quietUntil(rule.settings.quiet, opening, moments.now);
	return quiet !== null && Number.isFinite(quiet) ? texts.untoldQuiet(moment(quiet, moments)) : texts.untold;
}

function messageLine(message: AlertDelivery, moments: Moments): { text: string; failed: boolean } {
	const { lang } = moments;
	const texts = alertsTexts(lang).delivery;
	const { event, sentAt, gaveUpAt, dueAt, tries, error } = message;
	const words = failureWords(error, lang);
	const times = formatNumber(tries, lang);
	const became = sentAt
		? texts.sent(moment(sentAt.getTime(), moments))
		: gaveUpAt
			? texts.gaveUp(times, words)
			: error === null
				? texts.waiting(moment(dueAt.getTime(), moments))
				: texts.again(times, words, moment(dueAt.getTime(), moments));
	const space = lang === 'zh' ? '：' : ': ';
	return {
		text: `${shownAddress(message)} – ${texts.events[event]}${space}${became}`,
		failed: sentAt === null && error !== null
	};
}
