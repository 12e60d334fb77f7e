import { basename, dirname, extname } from 'node:path';
import type { startEmbedded } from '#records/embedded.server.ts';

/** The embedded server as any other: what a socket's address is for the product's settings and its driver. */
export function addressOf({
	path = '',
	user,
	password,
	database
}: Awaited<ReturnType<typeof startEmbedded>>['connection']) {
	return {
		DATABASE_URL: `postgres:///${database}`,
		PGHOST: dirname(path),
		PGPORT: extname(basename(path)).slice(1),
		PGUSER: user,
		PGPASSWORD: password
	};
}
