/** Who stands behind an address: of version 6 the network, since whoever has one address there has all of a /64. */
export function networkOf(address: string): string {
	return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
