/** The encodings of exports, by the names that decoders know. */
export const charsets = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Charset = (typeof charsets)[number];

/** So many bytes are enough to tell. */
export const charsetBytes = 64 * 1024;

const aliases: Record<string, Charset> = {
	utf8: 'utf-8',
	'utf-16': 'utf-16le',
	gbk: 'gb18030',
	gb2312: 'gb18030',
	'iso-8859-1': 'windows-1252',
	'latin-1': 'windows-1252',
	latin1: 'windows-1252',
	cp1252: 'windows-1252'
};

/** The encoding of that name; null: there is none. */
export function charsetNamed(name: string): Charset | null {
	const wanted = name.trim().toLowerCase();
	return (
		charsets.find((one) => one === wanted) ??
		(Object.hasOwn(aliases, wanted) ? (aliases[wanted] ?? null) : null)
	);
}

/**
 * Tells how a text is encoded by its first bytes: by a byte order mark; else UTF-16 by its zeros, UTF-8 where it is
 * valid, and of the rest GB18030 where what is not ASCII are mostly pairs of the commoner Chinese characters, which
 * Western texts hardly have.
 */
export function guessCharset(bytes: Uint8Array): Charset {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const zeros = [0, 0];
	for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	if ((even + odd) * 5 > bytes.length) return odd >= even ? 'utf-16le' : 'utf-16be';
	if (isUtf8(bytes)) return 'utf-8';
	return isMostlyChinese(bytes) ? 'gb18030' : 'windows-1252';
}

/** Whether the bytes are UTF-8, the last character perhaps cut off. */
function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

/** Level 1 of GB 2312 has the 3,755 commoner characters in rows B0 to D7, rows A1 to A3 have signs and full-width letters. */
function isMostlyChinese(bytes: Uint8Array): boolean {
	let pairs = 0;
	let common = 0;
	for (let i = 0; i < bytes.length; i++) {
		const lead = bytes[i] ?? 0;
		if (lead < 0x80) continue;
		const trail = bytes[i + 1] ?? 0;
		pairs++;
		if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common++;
		if (trail >= 0x40) i++;
	}
	return common * 2 > pairs;
}
