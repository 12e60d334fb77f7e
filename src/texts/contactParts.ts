/** A piece of a sentence; with `href` where it can be dialled or opened. */
export interface TextPart {
	text: string;
	href?: string;
}

// An address of a website, or a number of three digits and more that stands by itself.
const contact =
	/(?<url>(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w./-]*\w)?)|(?<phone>(?<![\w.])[+#]?\d[\d-]*(?: \d{2,})*(?![\w.]))/gi;

/** A line such as `Ombudsman: example.org, 0800 023 4567` with what can be tapped in it told apart. */
export function contactParts(line: string): TextPart[] {
	const parts: TextPart[] = [];
	let at = 0;
	for (const match of line.matchAll(contact)) {
		const href = hrefOf(match.groups?.url, match.groups?.phone);
		if (!href) continue;
		if (match.index > at) parts.push({ text: line.slice(at, match.index) });
		parts.push({ text: match[0], href });
		at = match.index + match[0].length;
	}
	if (at < line.length) parts.push({ text: line.slice(at) });
	return parts;
}

function hrefOf(url: string | undefined, phone: string | undefined): string | null {
	if (url !== undefined) return /^https?:/i.test(url) ? url : `https://${url}`;
	if (phone === undefined || phone.replace(/\D/g, '').length < 3) return null;
	return `tel:${phone.replace(/[^+#\d]/g, '').replace('#', '%23')}`;
}
