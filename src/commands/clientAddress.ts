import { isIP } from 'node:net';

/**
 * The address that a request comes from: the connection's, or, where so many proxies of ours stand in front
 * (`OFFPEAK_PROXIES`), the one that the outermost of them has seen, the last but so many of `X-Forwarded-For`. What
 * stands further left was written by the client and never counts, nor does the header where there is no proxy.
 */
export function clientAddress(
	connection: string | undefined,
	forwarded: string | string[] | undefined,
	proxies: number
): string {
	const direct = plain(connection ?? '');
	if (proxies === 0) return direct;
	const hops = [forwarded ?? []].flat().join(',').split(',').map(plain);
	const seen = hops.at(-proxies);
	return seen !== undefined && isIP(seen) ? seen : direct;
}

/** `::ffff:192.0.2.1` is an address of version 4; some proxies add the port. */
function plain(address: string): string {
	const text = address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
	return /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? (/^([\d.]+):\d+$/.exec(text)?.[1] || text);
}
