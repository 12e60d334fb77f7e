import type { Lang } from '#texts/lang.ts';
import { zoneLabel } from '#texts/zoneLabel.ts';

/** Zones with people far from home in them, east to west of the date line; who lives elsewhere finds the same hour. */
const offered = [
	'Pacific/Honolulu',
	'America/Anchorage',
	'America/Los_Angeles',
	'America/Denver',
	'America/Chicago',
	'America/New_York',
	'America/Sao_Paulo',
	'UTC',
	'Europe/London',
	'Europe/Paris',
	'Europe/Athens',
	'Europe/Moscow',
	'Asia/Dubai',
	'Asia/Karachi',
	'Asia/Kolkata',
	'Asia/Dhaka',
	'Asia/Bangkok',
	'Asia/Shanghai',
	'Asia/Singapore',
	'Asia/Tokyo',
	'Australia/Sydney',
	'Pacific/Auckland'
];

/** What a reader without scripts can choose from, with the zones' names; `chosen` is among them whatever it is. */
export function zoneChoices(lang: Lang, at: number, chosen: string | null): { zone: string; name: string }[] {
	const zones = chosen === null || offered.includes(chosen) ? offered : [chosen, ...offered];
	return zones.map((zone) => ({ zone, name: zoneLabel(zone, lang, at) }));
}
