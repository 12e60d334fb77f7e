import type { Person } from '#model/person.ts';
import type { Settings } from '#model/settings.ts';
import type { Way } from './rules.ts';

/** Somebody with the session that they came with; `isStrong`: it was begun with a passkey or an identity provider. */
export type SignedIn = Person & { isStrong: boolean };

/**
 * Whether this session may do no more than see to its own account, until its owner has signed in with a passkey: a
 * device and what unlocks it, where a password alone is one factor.
 */
export function needsPasskey(
	{ role, isStrong }: Pick<SignedIn, 'role' | 'isStrong'>,
	demand: Settings['demandPasskey'],
	{ reach }: Pick<Way, 'reach'>
): boolean {
	if (isStrong || reach === 'none' || demand === null) return false;
	return demand === 'everybody' || role === 'admin';
}
