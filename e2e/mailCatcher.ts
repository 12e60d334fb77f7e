import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface MailCatcher {
	/** For `SMTP_URL`. */
	url: string;
	/** The next mail that comes, as it was sent. */
	next: () => Promise<string>;
	/** How many have come so far. */
	count: () => number;
	close: () => Promise<void>;
}

/** A mail server that takes every mail and delivers none (SMTP, RFC 5321, as far as a client needs it). */
export async function catchMail(): Promise<MailCatcher> {
	const mails: string[] = [];
	const waiting: ((mail: string) => void)[] = [];
	let taken = 0;
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => {});
		let unread = '';
		let isMail = false;
		socket.setEncoding('utf8').write('220 catcher\r\n');
		socket.on('data', (chunk: string) => {
			unread += chunk;
			for (;;) {
				const end = unread.indexOf(isMail ? '\r\n.\r\n' : '\r\n');
				if (end < 0) return;
				const text = unread.slice(0, end);
				unread = unread.slice(end + (isMail ? 5 : 2));
				if (isMail) {
					isMail = false;
					mails.push(text);
					waiting.shift()?.(text);
					socket.write('250 taken\r\n');
				} else if (/^DATA/i.test(text)) {
					isMail = true;
					socket.write('354 go on\r\n');
				} else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
				else socket.write('250 ok\r\n');
			}
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${address.port}`,
		count: () => mails.length,
		next() {
			const mail = mails[taken++];
			return mail === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(mail);
		},
		async close() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		}
	};
}

/** The text of a mail: lines that were broken for transport (quoted-printable, RFC 2045, or base64) made whole. */
export function textOf(mail: string): string {
	const at = mail.indexOf('\r\n\r\n');
	const body = mail.slice(at + 4);
	if (/^Content-Transfer-Encoding: base64/im.test(mail.slice(0, at)))
		return Buffer.from(body, 'base64').toString();
	const plain = body.replace(/=\r\n/g, '');
	if (!/^Content-Transfer-Encoding: quoted-printable/im.test(mail.slice(0, at))) return plain;
	const bytes = plain.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
