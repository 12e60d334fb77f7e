import { dateFormat } from './dateFormat.ts';
import type { Lang } from './lang.ts';

/** Chinese readers know UTC+8 by this name; Intl's 中国标准时间 is nobody's word for it. */
const beijing = ['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'PRC'];

/**
 * The name of a zone's time, to stand on its own and never run into an hour: `北京时间`, `Beijing time`;
 * `北美东部时间`, `Eastern Time`. The instant matters where a zone has no name and its offset is shown.
 */
export function zoneLabel(zone: string, lang: Lang, at: number): string {
	if (beijing.includes(zone)) return lang === 'zh' ? '北京时间' : 'Beijing time';
	const generic = zoneName(zone, lang, 'longGeneric', at);
	// UTC has a name only in the other style.
	const name = generic.startsWith('GMT') ? zoneName(zone, lang, 'long', at) : generic;
	return name.replace(/^GMT(?=[+-])/, 'UTC');
}

function zoneName(zone: string, lang: Lang, timeZoneName: 'long' | 'longGeneric', at: number): string {
	const parts = dateFormat(lang, { timeZone: zone, timeZoneName }).formatToParts(at);
	return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
