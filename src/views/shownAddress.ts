import type { AlertTarget } from '#model/alert.ts';

/** An address as readers see it: of webhooks the host and the last characters only, since who has the rest can post there. */
export function shownAddress({ kind, address }: Pick<AlertTarget, 'kind' | 'address'>): string {
	if (kind === 'email' || !URL.canParse(address)) return address;
	const { host, pathname, search } = new URL(address);
	const rest = pathname + search;
	return rest.length <= 12 ? `${host}${rest === '/' ? '' : rest}` : `${host}/…${rest.slice(-6)}`;
}
