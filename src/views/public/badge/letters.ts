import font from './badgeGlyphs.json';

/** A letter of the badges: how far it moves on, and where its ink lies from the start of the base line, in pixels. */
export interface Letter {
	advance: number;
	left: number;
	top: number;
	width: number;
	height: number;
	/** Where its ink begins among that of all letters. */
	from: number;
}

/** The size in which the letters are drawn. */
export const lettersPx = font.sizePx;
/** Ink of all letters, row by row: four bits a pixel, the first in the high ones; compressed, base64. */
export const lettersInk = font.ink;

/** The letters that are drawn, by character. */
export const letters: ReadonlyMap<string, Letter> = read();

/** About how wide a text is at a size; close for the letters here, a guess for others. */
export function textWidth(text: string, px: number): number {
	const ems = [...text].map((character) => {
		const letter = letters.get(character);
		if (letter) return letter.advance / lettersPx;
		return /[\u2e80-\uffef\u{1f000}-\u{3ffff}]/u.test(character) ? 1 : 0.6;
	});
	return px * ems.reduce((sum, em) => sum + em, 0);
}

function read(): Map<string, Letter> {
	let from = 0;
	return new Map(
		font.glyphs.map((row) => {
			const [advance = 0, left = 0, top = 0, width = 0, height = 0] = row.slice(1).map(Number);
			const letter = { advance, left, top, width, height, from };
			from += width * height;
			return [String(row[0]), letter];
		})
	);
}
