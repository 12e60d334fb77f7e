/**
 * What is said in logs, without what must not be there: keys, passwords in addresses, what a statement was given
 * (hashes and addresses of people, for one), and numbers that may be a caller's. A log is read by many and kept by others.
 */
export function cleanText(text: string): string {
	return (
		text
			.replace(/\b(offpeak_)[\w-]{8,}/g, '$1…')
			.replace(/\b(Bearer|Basic)\s+[^\s'",]+/gi, '$1 …')
			.replace(/(\w+:\/\/[^\s:/@]*):[^\s/@]+@/g, '$1:…@')
			.replace(/\b(token|password|secret|key|code)=[^\s&'"]+/gi, '$1=…')
			// Drizzle's errors end with them.
			.replace(/^params: .*$/gm, 'params: …')
			.replace(/^(\s*(?:parameters|args|detail|where)): .*$/gm, '$1: …')
			// Seven digits and more are a telephone number, unless they stand within a longer word.
			.replace(/(?<![\w.:/-])\+?\d(?:[ ().-]?\d){6,}(?![\w:-]|\.\d)/g, '…')
	);
}
