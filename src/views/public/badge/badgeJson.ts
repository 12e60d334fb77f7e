import type { BadgeLine } from './badgeLine.ts';

/** From quiet to busy, in one hue, dark enough for white letters; grey where nothing is known. */
const colours = ['2f8f9d', '26808d', '1c6f7b', '115e69', '00494f'];

/** The line as shields.io reads it (its "endpoint" badge, schema version 1). */
export function badgeJson({ label, message, level }: BadgeLine): string {
	return JSON.stringify({
		schemaVersion: 1,
		label,
		message,
		color: level === null ? '6b777a' : colours[level - 1],
		cacheSeconds: 300
	});
}
