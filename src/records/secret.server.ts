import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from './database.server.ts';
import { installation } from './schema.server.ts';

const kept = new WeakMap<object, Promise<Buffer>>();

/** This installation's secret, 32 bytes, made up at its first start: keys the callers' hashes. */
export function installationSecret({ db }: Pick<Database, 'db'>): Promise<Buffer> {
	let secret = kept.get(db);
	if (!secret) {
		secret = readOrMake(db);
		kept.set(db, secret);
		secret.catch(() => kept.delete(db));
	}
	return secret;
}

async function readOrMake(db: Database['db']): Promise<Buffer> {
	await db
		.insert(installation)
		.values({ name: 'secret', value: randomBytes(32).toString('hex') })
		.onConflictDoNothing();
	const [row] = await db.select().from(installation).where(eq(installation.name, 'secret'));
	if (!row) throw new Error('the secret of this installation was not stored');
	return Buffer.from(row.value, 'hex');
}
