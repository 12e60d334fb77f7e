/** Who stands behind an address: of version 6 the network, since whoever has one address there has all of a /64. */
export function networkOf(address: string): string {
	if (!address.includes(':')) return address;
	const [before = [], after = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
	const left = Math.max(0, 8 - before.length - after.length);
	return [...before, ...new Array<string>(left).fill('0'), ...after].slice(0, 4).join(':');
}
