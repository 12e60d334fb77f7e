/**
 * What a cookie of ours is called: where pages come over TLS with the prefix that keeps other hosts, and pages that
 * came without TLS, from setting it (RFC 6265bis, 4.1.3.2). It then has to be `Secure`, for the path `/`, for no domain.
 */
export function cookieName(name: string, { protocol }: Pick<URL, 'protocol'>): string {
	return protocol === 'https:' ? `__Host-${name}` : name;
}
