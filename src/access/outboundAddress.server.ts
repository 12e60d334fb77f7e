import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are not of the public internet (IANA's special-purpose registries, RFC 6890 and its updates): a
 * request from here must not reach what only stands near this machine.
 */
const notPublic = new BlockList();
for (const [address, prefix] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3]
] as const)
	notPublic.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of [
	// Teredo and what else carries another address inside: nobody serves a page there.
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20]
] as const)
	notPublic.addSubnet(address, prefix, 'ipv6');
/** All that is given out of version 6 to the public internet. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is one of the public internet. What is no IP address is not. */
export function isPublicAddress(address: string): boolean {
	const version = isIP(address);
	if (version === 4) return !notPublic.check(address, 'ipv4');
	// A zone (`fe80::1%eth0`) is only on link-local addresses.
	if (version !== 6 || address.includes('%')) return false;
	return globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}
