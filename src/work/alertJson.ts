import type { AlertFiring, AlertReading, AlertSettings } from '#model/alert.ts';
import type { Queue } from '#model/queue.ts';
import { readingSentence, ruleSentence } from '#texts/alertWords.ts';
import { formatInstant } from '#time/zone.ts';

/** A firing as the API and webhooks tell it; instants by the clock of the queue. */
export function alertJson(firing: AlertFiring, queue: Queue, origin: string | null) {
	const { zone, slug, name } = queue;
	const { settings, last, worst } = firing;
	const instant = (at: number | null) => (at === null ? null : formatInstant(zone, at));
	return {
		id: firing.id,
		queue: slug,
		queue_name: name,
		rule: firing.ruleId,
		kind: settings.kind,
		limit: settings.limit,
		state: firing.resolvedAt === null ? ('firing' as const) : ('resolved' as const),
		began_at: formatInstant(zone, firing.beganAt),
		fired_at: formatInstant(zone, firing.firedAt),
		resolved_at: instant(firing.resolvedAt),
		end: firing.end,
		value: last.value,
		worst_value: worst.value,
		calls: worst.calls ?? null,
		expected: worst.expected ?? null,
		sentence: {
			en: sentence(settings, worst, 'en', zone),
			zh: sentence(settings, worst, 'zh', zone)
		},
		url: origin === null ? null : `${origin}/dashboard/${slug}/alerts`
	};
}

function sentence(settings: AlertSettings, reading: AlertReading, lang: 'en' | 'zh', zone: string): string {
	const colon = lang === 'zh' ? '。' : '. ';
	return ruleSentence(settings, lang) + colon + readingSentence(settings, reading, { lang, zone });
}
