import { createHash, randomBytes } from 'node:crypto';

/** Something to be held by a browser, a link or a machine; what is stored of it is a hash. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** Tokens are long and random: one round of SHA-256 keeps them, and a request is not slowed down by it. */
export function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
