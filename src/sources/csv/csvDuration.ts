/** What plain numbers are, and two numbers with a colon (`h:mm` only with `hours_minutes`, else `m:ss`). */
export const durationShapes = ['seconds', 'milliseconds', 'minutes', 'hours_minutes', 'days'] as const;
export type DurationShape = (typeof durationShapes)[number];

const secondsOf: Record<DurationShape, number> = {
	seconds: 1,
	milliseconds: 0.001,
	minutes: 60,
	hours_minutes: 60,
	days: 86_400
};

const units = new RegExp(
	'^(?:(\\d{1,6}) ?(?:h|hrs?|hours?|std|stunden?|小时|时))?[ ,]*' +
		'(?:(\\d{1,6}) ?(?:m|mins?|minutes?|minuten?|分钟|分))?[ ,]*' +
		'(?:(\\d{1,9}(?:\\.\\d{1,9})?) ?(?:s|secs?|seconds?|sek|sekunden?|秒钟|秒))?$'
);

/**
 * A duration in seconds (perhaps with a fraction): `90`, `90,5`, `1:30`, `0:01:30`, `1 min 30 s`, `1分30秒`, `PT1M30S`.
 * Null where the text is none.
 */
export function readDuration(cell: string, shape: DurationShape): number | null {
	if (cell.length > 40) return null;
	const text = cell.normalize('NFKC').trim().toLowerCase();
	if (/^\d{1,12}([.,]\d{1,12})?$/.test(text)) return Number(text.replace(',', '.')) * secondsOf[shape];
	const [, first, second, third] = /^(\d{1,5}):(\d{1,2})(?::(\d{1,2}(?:[.,]\d{1,9})?))?$/.exec(text) ?? [];
	if (first !== undefined && second !== undefined) return ofClock(first, second, third, shape);
	const plain = text.replace(/(\d),(\d)/g, '$1.$2').replace(/(?<=\p{L})\./gu, '');
	const [, hours, minutes, seconds] = units.exec(plain.replace(/^pt/, '')) ?? [];
	if (hours === undefined && minutes === undefined && seconds === undefined) return null;
	return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

function ofClock(
	first: string,
	second: string,
	third: string | undefined,
	shape: DurationShape
): number | null {
	const parts = [Number(first), Number(second), third === undefined ? 0 : Number(third.replace(',', '.'))];
	const [a = 0, b = 0, c = 0] = parts;
	if (b > 59 || c >= 60) return null;
	if (third !== undefined) return a * 3600 + b * 60 + c;
	return shape === 'hours_minutes' ? a * 3600 + b * 60 : a * 60 + b;
}
