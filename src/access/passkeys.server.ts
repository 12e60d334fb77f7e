import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { and, asc, eq } from 'drizzle-orm';
import type { Person } from '#model/person.ts';
import { passkey, person } from '#records/accessSchema.server.ts';
import type { Database } from '#records/database.server.ts';

type Connection = Pick<Database, 'db'>;

/** The site that passkeys are for. */
export interface Site {
	/** Such as `https://calls.example.com`, and its host's name. */
	origin: string;
	hostname: string;
}

export async function listPasskeys({ db }: Connection, personId: number) {
	const { id, name, synced, createdAt, usedAt } = passkey;
	return db
		.select({ id, name, synced, createdAt, usedAt })
		.from(passkey)
		.where(eq(passkey.personId, personId))
		.orderBy(asc(createdAt));
}

/** What a browser needs to make a passkey for somebody. */
export async function newPasskeyOptions(database: Connection, { id, email }: Person, site: Site) {
	const known = await listPasskeys(database, id);
	return generateRegistrationOptions({
		rpName: 'Offpeak',
		rpID: site.hostname,
		userName: email,
		userID: new TextEncoder().encode(`offpeak ${id}`),
		attestationType: 'none',
		excludeCredentials: known.map((one) => ({ id: one.id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
}

/** Keeps a passkey that a browser has made; false when it does not answer what was asked. */
export async function keepPasskey(
	{ db }: Connection,
	{ id: personId }: Person,
	made: { response: RegistrationResponseJSON; challenge: string; site: Site; name: string }
): Promise<boolean> {
	const verified = await verifyRegistrationResponse({
		response: made.response,
		expectedChallenge: made.challenge,
		expectedOrigin: made.site.origin,
		expectedRPID: made.site.hostname
	}).catch(() => null);
	if (!verified?.verified) return false;
	const { credential, credentialBackedUp: synced } = verified.registrationInfo;
	const rows = await db
		.insert(passkey)
		.values({
			id: credential.id,
			personId,
			publicKey: credential.publicKey,
			counter: credential.counter,
			transports: credential.transports ?? [],
			name: made.name.slice(0, 100),
			synced
		})
		.onConflictDoNothing()
		.returning({ id: passkey.id });
	return rows.length > 0;
}

/** Takes one of somebody's passkeys away; its name, or null when there is none. */
export async function removePasskey(
	{ db }: Connection,
	personId: number,
	id: string
): Promise<string | null> {
	const [row] = await db
		.delete(passkey)
		.where(and(eq(passkey.personId, personId), eq(passkey.id, id)))
		.returning({ name: passkey.name });
	return row?.name ?? null;
}

/** What a browser needs to sign in with any passkey it has for this site. */
export function signInOptions(site: Site) {
	return generateAuthenticationOptions({ rpID: site.hostname, userVerification: 'required' });
}

/** Whose passkey has answered the challenge, or null. */
export async function personOfPasskey(
	{ db }: Connection,
	asked: { response: AuthenticationResponseJSON; challenge: string; site: Site; now: number }
): Promise<Person | null> {
	const [known] = await db
		.select({ passkey, id: person.id, email: person.email, role: person.role, queues: person.queues })
		.from(passkey)
		.innerJoin(person, eq(passkey.personId, person.id))
		.where(eq(passkey.id, asked.response.id));
	if (!known) return null;
	const { passkey: key, ...found } = known;
	const verified = await verifyAuthenticationResponse({
		response: asked.response,
		expectedChallenge: asked.challenge,
		expectedOrigin: asked.site.origin,
		expectedRPID: asked.site.hostname,
		credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter }
	}).catch(() => null);
	if (!verified?.verified) return null;
	await db
		.update(passkey)
		.set({ counter: verified.authenticationInfo.newCounter, usedAt: new Date(asked.now) })
		.where(eq(passkey.id, key.id));
	return found;
}
