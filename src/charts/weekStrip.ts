import { scaleLinear } from 'd3';
import type { Level } from '#model/publicAnswer.ts';

export interface StripHour {
	/** 0..23 */
	hour: number;
	/** Null: closed, or nothing is known. */
	level: Level | null;
	/** Among the times that are recommended. */
	best: boolean;
	/** Known to be closed, and not merely unknown. */
	closed?: boolean;
}

/** A row of the strip. */
export interface StripDay {
	/** `2026-08-31` */
	date: string;
	name: string;
	/** What is special about it. */
	badge: string | null;
	/** Today. */
	current: boolean;
	holiday: boolean;
	/** The same in every row. */
	hours: StripHour[];
}

export interface StripTexts {
	/** Of levels 1 to 5. */
	levels: string[];
	best: string;
	closed: string;
	/** Neither closed nor known. */
	thin: string;
	hourName: (hour: number) => string;
}

export interface StripBar {
	hour: number;
	level: Level;
	x: number;
	y: number;
	width: number;
	height: number;
	best: boolean;
}

export interface StripRow {
	bars: StripBar[];
	/** Stretches without a bar. */
	gaps: { x: number; width: number; closed: boolean }[];
}

/** One unit is an hour wide; rows stretch to the width of the page. */
export const stripHeight = 24;
/** Under the bars, for the mark of recommended hours. */
export const markHeight = 3;
const gutter = 0.14;

/** The bars of one day. All rows of a strip have the same hours, so that they line up. */
export function stripRow(hours: StripHour[]): StripRow {
	const top = stripHeight - markHeight - 1;
	const height = scaleLinear([0, 5], [0, top]);
	const row: StripRow = { bars: [], gaps: [] };
	hours.forEach(({ hour, level, best, closed = false }, i) => {
		if (level !== null) {
			const tall = height(level);
			row.bars.push({ hour, level, best, x: i + gutter / 2, y: top - tall, width: 1 - gutter, height: tall });
			return;
		}
		const last = row.gaps.at(-1);
		if (last && last.x + last.width === i && last.closed === closed) last.width++;
		else row.gaps.push({ x: i, width: 1, closed });
	});
	return row;
}

/** Which hours have their name above the strip, with its place as a share of the width: never so many that they touch. */
export function stripTicks(hours: number[]): { hour: number; at: number }[] {
	const step = hours.length > 14 ? 3 : hours.length > 7 ? 2 : 1;
	return hours.flatMap((hour, i) => (hour % step === 0 ? [{ hour, at: i / hours.length }] : []));
}
