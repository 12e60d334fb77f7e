/** About how wide a text is, in pixels: Chinese characters are square, others a little more than half of that. */
export function textWidth(text: string, size: number): number {
	let width = 0;
	for (const letter of text.replace(/&\w+;|&#\d+;/g, 'x')) width += letter > '\u2e80' ? size : size * 0.6;
	return width;
}

/** Breaks a text into lines of at most a width: between words, and anywhere between Chinese characters. */
export function textLines(text: string, size: number, mostWidth: number): string[] {
	const pieces = text.match(/[\u2e80-\uffff][，。；：、）”]?|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [];
	const lines: string[] = [];
	let line = '';
	for (const piece of pieces) {
		if (line !== '' && textWidth(line + piece.trimEnd(), size) > mostWidth) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += line === '' ? piece.trimStart() : piece;
	}
	if (line !== '') lines.push(line.trimEnd());
	return lines;
}
