/** The two forms of a mail (multipart/alternative, RFC 2046), decoded, and its headers unfolded. */
export function mailParts(mail: string): { headers: string; text: string; html: string } {
	const [, boundary = ''] = /boundary="([^"]+)"/.exec(mail) ?? [];
	const [head = '', ...parts] = mail.split(`--${boundary}`);
	const of = (type: string) => decoded(parts.find((part) => part.includes(`Content-Type: ${type}`)) ?? '');
	return { headers: headersOf(head), text: of('text/plain'), html: of('text/html') };
}

/** Transport encodings of RFC 2045. */
function decoded(part: string): string {
	const at = part.indexOf('\r\n\r\n');
	const [head, body] = [part.slice(0, at), part.slice(at + 4)];
	if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
	const plain = body.replace(/=\r\n/g, '');
	if (!/encoding: quoted-printable/i.test(head)) return plain;
	return unquoted(plain);
}

/** Lines made whole, and words that are not ASCII decoded (RFC 2047). */
function headersOf(head: string): string {
	return head
		.replace(/\r\n[ \t]+/g, ' ')
		.replaceAll('?= =?UTF-8?Q?', '')
		.replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, word: string) => unquoted(word.replaceAll('_', ' ')));
}

function unquoted(text: string): string {
	const bytes = text.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
