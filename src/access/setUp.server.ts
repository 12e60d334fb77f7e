import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from '#records/database.server.ts';
import { installationSecret } from '#records/secret.server.ts';
import { hasPeople } from './people.server.ts';

/**
 * The token of the one-time link under which the first administrator is made. It follows from the installation's
 * secret and opens nothing once there is somebody.
 */
export async function setUpToken(database: Pick<Database, 'db'>): Promise<string | null> {
	if (await hasPeople(database)) return null;
	const secret = await installationSecret(database);
	return createHmac('sha256', secret).update('set-up').digest('base64url');
}

export async function isSetUpToken(database: Pick<Database, 'db'>, token: string): Promise<boolean> {
	const right = await setUpToken(database);
	if (right === null || right.length !== token.length) return false;
	return timingSafeEqual(Buffer.from(right), Buffer.from(token.padEnd(right.length).slice(0, right.length)));
}
