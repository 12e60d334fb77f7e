import { scaleLinear } from 'd3';

export interface YearDay {
	/** 1..31 */
	day: number;
	/** The date, what it is and what it brought, in words. */
	label: string;
	/** Times a like ordinary day; null: not known. */
	factor: number | null;
	/** Special days are told from the others by colour; holidays and make-up workdays by a mark too. */
	special: boolean;
	mark: 'holiday' | 'make_up_workday' | null;
	/** Somebody has marked something on it. */
	noted: boolean;
	/** Not counted yet, but foretold. */
	coming: boolean;
}

export interface YearBar extends YearDay {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A row is 31 units wide, a day each, and so high; the middle is an ordinary day. */
export const rowHeight = 24;
export const rowMiddle = 12;
const gutter = 0.16;
/** A day is drawn up to half and to double; what is beyond ends there. */
const most = 2;
const thinnest = 0.8;

const height = scaleLinear([-1, 1], [-11, 11]).clamp(true);

/** The bars of a month: from the middle up for more, down for fewer, as high as the logarithm. */
export function yearBars(days: readonly YearDay[]): YearBar[] {
	return days.flatMap((day) => {
		if (day.factor === null) return [];
		const tall = height(Math.log(Math.max(day.factor, 1 / 64)) / Math.log(most));
		const size = Math.max(thinnest, Math.abs(tall));
		return [
			{
				...day,
				x: day.day - 1 + gutter / 2,
				width: 1 - gutter,
				y: tall > 0 ? rowMiddle - size : rowMiddle,
				height: size
			}
		];
	});
}
