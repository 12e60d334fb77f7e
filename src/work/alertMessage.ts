import type { AlertFiring, AlertTarget } from '#model/alert.ts';
import type { Queue } from '#model/queue.ts';
import { alertMessages } from '#texts/alertMessages.ts';
import { readingSentence, ruleSentence } from '#texts/alertWords.ts';
import { formatSeconds, formatTime } from '#texts/format.ts';
import { formatDay } from '#texts/formatDay.ts';
import type { Lang } from '#texts/lang.ts';
import { formatInstant, wallTime } from '#time/zone.ts';
import { alertJson } from './alertJson.ts';

export type AlertEvent = 'firing' | 'resolved' | 'test';

export interface MessageFacts {
	event: AlertEvent;
	firing: AlertFiring;
	queue: Queue;
	/** Of the product's own pages; null: not known. */
	origin: string | null;
	now: number;
}

/** A mail as it waits to be sent. */
export interface AlertMail {
	subject: string;
	text: string;
}

/** What a target is told: a webhook's body, or a mail as JSON. It is made once, so that each try says the same. */
export function alertMessage(
	facts: MessageFacts,
	{ kind, lang }: Pick<AlertTarget, 'kind' | 'lang'>
): string {
	return JSON.stringify(kind === 'webhook' ? webhookBody(facts) : alertMail(facts, lang));
}

function webhookBody({ event, firing, queue, origin, now }: MessageFacts) {
	const data = alertJson(firing, queue, origin);
	return {
		type: `alert.${event}`,
		timestamp: formatInstant(queue.zone, now),
		data: event === 'test' ? { ...data, state: 'test' } : data
	};
}

/** A mail in the language of whom it is for. */
function alertMail({ event, firing, queue, origin }: MessageFacts, lang: Lang): AlertMail {
	const { mail } = alertMessages(lang);
	const { zone } = queue;
	const { settings, worst, firedAt, resolvedAt, beganAt, end } = firing;
	const name = shortName(queue.name[lang]);
	const rule = ruleSentence(settings, lang);
	const reading = readingSentence(settings, worst, { lang, zone });
	const when = (at: number) => `${formatDay(wallTime(zone, at).date, lang)} ${formatTime(at, lang, zone)}`;
	const line = (label: string, text: string) => (lang === 'zh' ? `${label}：${text}` : `${label}: ${text}`);
	const page = origin === null ? [] : [line(mail.see, `${origin}/dashboard/${queue.slug}/alerts`)];
	const text = (...parts: string[]) => `${[...parts, '', ...page].join('\n').trim()}\n`;
	if (event === 'test')
		return { subject: mail.test(name, rule), text: text(mail.testWords, '', line(mail.rule, rule)) };
	if (event === 'firing')
		return {
			subject: mail.firing(name, reading),
			text: text(reading, '', line(mail.rule, rule), line(mail.since, when(beganAt)))
		};
	const ended = resolvedAt ?? firedAt;
	const why = end === 'unknown' ? [mail.unknownWords] : end === 'removed' ? [mail.removedWords] : [];
	return {
		subject: mail.resolved(name, rule),
		text: text(
			...why,
			line(mail.rule, rule),
			line(mail.since, when(beganAt)),
			line(mail.over, when(ended)),
			line(mail.lasted, formatSeconds((ended - beganAt) / 1000, lang)),
			line(mail.worst, reading)
		)
	};
}

/** A subject that nobody can read is no subject. */
function shortName(name: string): string {
	const letters = [...name];
	return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : name;
}
