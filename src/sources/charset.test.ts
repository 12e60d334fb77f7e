import { expect, test } from 'vitest';
import { charsetNamed, guessCharset } from './charset.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) =>
	Uint8Array.from(
		[...text].flatMap((char) => {
			const code = char.charCodeAt(0);
			return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
		})
	);
const latin1 = (text: string) => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
/** 支付,已接听 in GB 18030. */
const gb = [0xd6, 0xa7, 0xb8, 0xb6, 0x2c, 0xd2, 0xd1, 0xbd, 0xd3, 0xcc, 0xfd];

test.each<[string, Uint8Array, string]>([
	['ASCII', utf8('id;queue'), 'utf-8'],
	['UTF-8', utf8('Gespräch;支付'), 'utf-8'],
	['UTF-8, cut within a character', utf8('Gespräch;支付').slice(0, -1), 'utf-8'],
	['a byte order mark', utf8('\ufeffid'), 'utf-8'],
	['UTF-16', utf16('\ufeffid;queue', false), 'utf-16le'],
	['UTF-16, the other way round', utf16('\ufeffid', true), 'utf-16be'],
	['UTF-16 without a mark', utf16('id;queue;支付', false), 'utf-16le'],
	['UTF-16 without a mark, the other way round', utf16('id;queue', true), 'utf-16be'],
	['Chinese', Uint8Array.from(gb), 'gb18030'],
	['German', latin1('Gespräch;Müller;Öffnung;Größe'), 'windows-1252'],
	['Portuguese', latin1('Identificação;Não atendida;Conversação'), 'windows-1252'],
	['nothing', new Uint8Array(), 'utf-8']
])('%s', (_, bytes, expected) => expect(guessCharset(bytes)).toBe(expected));

test('names', () => {
	expect(['GBK', 'latin1', 'UTF-16', 'utf8', 'shift_jis', 'constructor'].map(charsetNamed)).toEqual([
		'gb18030',
		'windows-1252',
		'utf-16le',
		'utf-8',
		null,
		null
	]);
});
