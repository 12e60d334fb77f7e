/** A piece of a text: words, or code between backticks. */
export interface Piece {
	code: boolean;
	text: string;
}

/** The words and the code of a text of the description; of Markdown it uses backticks and empty lines only. */
export function marked(text: string): Piece[] {
	return text
		.split('`')
		.map((part, i) => ({ code: i % 2 === 1, text: part }))
		.filter((piece) => piece.text !== '');
}

export function paragraphs(text: string): string[] {
	return text.split('\n\n').filter((part) => part !== '');
}
