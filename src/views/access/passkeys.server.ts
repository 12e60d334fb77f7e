import { error, type RequestEvent } from '@sveltejs/kit';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as v from 'valibot';
import { needsPasskey, type SignedIn } from '#access/needsPasskey.ts';
import {
	keepPasskey,
	listPasskeys,
	newPasskeyOptions,
	personOfPasskey,
	signInOptions,
	type Site
} from '#access/passkeys.server.ts';
import { recall, remember } from '#access/pending.server.ts';
import { product } from '#work/product.server.ts';
import { openSession, safePath } from './session.server.ts';

const mostCharacters = 20_000;
const text = v.pipe(v.string(), v.maxLength(mostCharacters));

/** What browsers make of a credential (WebAuthn 3, 5.1); what is in it is checked by its signature. */
const credential = {
	id: text,
	rawId: text,
	type: v.literal('public-key'),
	clientExtensionResults: v.optional(v.object({}), {})
};
const made = v.object({
	token: text,
	name: v.optional(text, ''),
	credential: v.object({
		...credential,
		response: v.object({
			clientDataJSON: text,
			attestationObject: text,
			transports: v.optional(v.array(text))
		})
	})
});
const answered = v.object({
	token: text,
	to: v.optional(text),
	credential: v.object({
		...credential,
		response: v.object({
			clientDataJSON: text,
			authenticatorData: text,
			signature: text,
			userHandle: v.optional(v.nullable(text))
		})
	})
});

/** `GET /sign-in/passkey`: what the browser asks its passkeys, and the token to come back with. */
export async function askPasskey({ url, locals }: RequestEvent): Promise<Response> {
	const options = await signInOptions(siteOf(url));
	return answer(await withToken('passkey sign-in', options, locals.now));
}

/** `POST /sign-in/passkey`: signs in whoever's passkey has answered; where to go on. */
export async function signInWithPasskey(event: RequestEvent): Promise<Response> {
	const { now } = event.locals;
	const sent = await bodyOf(event.request, answered);
	const { database } = product();
	const pending = await recall(database, 'passkey sign-in', { token: sent.token, now });
	const { response, ...rest } = sent.credential;
	const { userHandle, ...parts } = response;
	const person =
		pending &&
		(await personOfPasskey(database, {
			response: {
				...rest,
				clientExtensionResults: {},
				response: { ...parts, ...(userHandle ? { userHandle } : {}) }
			} satisfies AuthenticationResponseJSON,
			challenge: pending.challenge ?? '',
			site: siteOf(event.url),
			now
		}));
	if (!person) error(400, 'This passkey was not recognised.');
	await openSession(event, person, { isStrong: true });
	return answer({ to: safePath(sent.to ?? null) });
}

/** `GET /account/passkey`: what the browser needs to make a passkey for who has signed in. */
export async function askNewPasskey({ url, locals }: RequestEvent): Promise<Response> {
	if (!locals.person) error(403);
	const options = await newPasskeyOptions(product().database, locals.person, siteOf(url));
	return answer(await withToken(`passkey of ${locals.person.id}`, options, locals.now));
}

/** `POST /account/passkey`: keeps it. */
export async function addPasskey({ url, locals, request }: RequestEvent): Promise<Response> {
	const { person, now } = locals;
	if (!person || (await mustBeStrong(person))) error(403);
	const sent = await bodyOf(request, made);
	const { database } = product();
	const pending = await recall(database, `passkey of ${person.id}`, { token: sent.token, now });
	const name = sent.name.trim() || 'passkey';
	const { response, ...rest } = sent.credential;
	const { transports, ...parts } = response;
	const credential = {
		...rest,
		clientExtensionResults: {},
		response: { ...parts, ...(transports ? { transports } : {}) }
	} satisfies RegistrationResponseJSON;
	const site = siteOf(url);
	const kept =
		pending &&
		(await keepPasskey(database, person, {
			response: credential,
			challenge: pending.challenge ?? '',
			site,
			name
		}));
	if (!kept) error(400, 'This passkey was not taken.');
	locals.audit = { action: 'passkey added', subject: name, changes: [] };
	return answer({ done: true });
}

/** Where passkeys are demanded, who knows a password only must not change those that there are. */
export async function mustBeStrong(person: SignedIn): Promise<boolean> {
	const { database, settings } = product();
	if (!needsPasskey(person, settings.demandPasskey, { reach: 'own' })) return false;
	return (await listPasskeys(database, person.id)).length > 0;
}

async function withToken<O extends { challenge: string }>(kind: string, options: O, now: number) {
	const token = await remember(product().database, kind, { data: { challenge: options.challenge }, now });
	return { options, token };
}

function siteOf({ origin, hostname }: URL): Site {
	return { origin, hostname };
}

async function bodyOf<S extends v.GenericSchema>(request: Request, schema: S): Promise<v.InferOutput<S>> {
	const sent = await request.text();
	if (sent.length > mostCharacters * 4) error(413);
	const parsed = v.safeParse(schema, jsonOf(sent));
	return parsed.success ? parsed.output : error(400, 'This is not what a browser sends.');
}

function jsonOf(sent: string): unknown {
	try {
		return JSON.parse(sent);
	} catch {
		return null;
	}
}

function answer(body: object): Response {
	return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}
