import { addPerson } from '#access/people.server.ts';
import { createKey } from '#access/keys.server.ts';
import type { Scope } from '#access/scopes.ts';
import { sessionCookie, startSession } from '#access/sessions.server.ts';
import type { Role } from '#model/person.ts';
import type { Product } from './product.ts';
import { productDatabase } from './productDatabase.ts';

/** Somebody, or something, that asks a running product. */
export interface Reader {
	name: string;
	headers: Record<string, string>;
	role: Role | null;
	scopes: Scope[];
	/** Null: for all. */
	queues: string[] | null;
}

/** Nobody; people of each role and keys of each scope, for all queues and for these. */
export async function makeReaders(product: Product, queues: string[]): Promise<Reader[]> {
	const database = await productDatabase(product);
	const readers: Reader[] = [{ name: 'nobody', headers: {}, role: null, scopes: [], queues: null }];
	try {
		for (const limited of [null, queues]) {
			const which = limited ? ' of named queues' : '';
			for (const role of ['viewer', 'manager', 'admin'] as const) {
				const email = `a-${role}${limited ? '-limited' : ''}@example.com`;
				const person = await addPerson(database, { email, role, queues: limited });
				if (!person) throw new Error(`${email} was there already`);
				const token = await startSession(database, person.id, { now: Date.now(), agent: '', address: '' });
				const headers = { cookie: `${sessionCookie(new URL(product.url))}=${token}` };
				readers.push({ name: role + which, headers, role, scopes: [], queues: limited });
			}
			for (const scope of ['ingest', 'read', 'admin'] as const) {
				const made = { name: scope, scopes: [scope], queues: limited, madeBy: 'a test', expiresAt: null };
				const { key } = await createKey(database, made);
				const headers = { authorization: `Bearer ${key}`, 'x-amz-firehose-access-key': key };
				readers.push({ name: `key ${scope}${which}`, headers, role: null, scopes: [scope], queues: limited });
			}
		}
	} finally {
		await database.close();
	}
	return readers;
}
