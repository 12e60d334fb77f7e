import { formatClock, formatNumber, formatPercent, formatSeconds } from '#texts/format.ts';
import type { Lang } from '#texts/lang.ts';
import type { Measure } from '#texts/peaks.ts';

/** A value of the week's map in a sentence: `64`, `3 min 20 s`, `12%`. */
export function measureText(value: number, measure: Measure, lang: Lang): string {
	if (measure === 'abandonment') return formatPercent(value, lang, value > 0 && value < 0.095 ? 1 : 0);
	if (measure === 'serviceLevel') return formatPercent(value, lang, 0);
	if (measure === 'agents') return formatNumber(value, lang);
	if (measure === 'load') return formatNumber(value, lang, value > 0 && value < 9.95 ? 1 : 0);
	return formatSeconds(value, lang);
}

/** The same in five characters at most, for a square of the map: `3:20` is three minutes twenty. */
export function squareText(value: number, measure: Measure, lang: Lang): string {
	if (measure === 'abandonment' || measure === 'serviceLevel') return formatPercent(value, lang, 0);
	if (measure === 'agents') return value < 9_999.5 ? String(value) : `${Math.round(value / 1000)}k`;
	if (measure === 'load') {
		if (value > 0 && value < 9.95) return formatNumber(value, lang, 1);
		return value < 9_999.5 ? String(Math.round(value)) : `${Math.round(value / 1000)}k`;
	}
	if (value < 5_999.5) {
		const whole = Math.round(value);
		return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
	}
	return `${Math.round(value / 3600)}h`;
}

/** The value range of a colour, with as many digits as its ends have. */
export function stepText(from: number, to: number, measure: Measure, lang: Lang): string {
	if (measure === 'p50' || measure === 'p90') return `${formatClock(from)}–${formatClock(to)}`;
	const [format, unit] =
		measure === 'load' || measure === 'agents' ? [formatNumber, 1] : [formatPercent, 100];
	const digits = [0, 1].find((places) => isWhole((to - from) * unit * 10 ** places)) ?? 2;
	return `${format(from, lang, digits)}–${format(to, lang, digits)}`;
}

function isWhole(value: number): boolean {
	return Math.abs(value - Math.round(value)) < 1e-6;
}
