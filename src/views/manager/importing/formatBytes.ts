import { formatNumber } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';

/** The size of a file: `512 B`, `1.4 MB` (a megabyte is a million bytes). */
export function formatBytes(bytes: number, lang: Lang): string {
	const units = ['B', 'KB', 'MB', 'GB', 'TB'];
	let value = bytes;
	let unit = 0;
	while (value >= 1000 && unit < units.length - 1) {
		value /= 1000;
		unit++;
	}
	return `${formatNumber(value, lang, unit === 0 || value >= 100 ? 0 : 1)} ${units[unit]}`;
}
