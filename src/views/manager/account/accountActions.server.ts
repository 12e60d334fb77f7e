import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '#access/needsPasskey.ts';
import { removePasskey } from '#access/passkeys.server.ts';
import { passwordProblem } from '#access/passwords.server.ts';
import { setPassword } from '#access/people.server.ts';
import { endSessionOf, endSessionsOf, sessionCookie } from '#access/sessions.server.ts';
import type { AccountTexts } from '#texts/account.ts';
import { product } from '#work/product.server.ts';
import { mustBeStrong } from '#views/access/passkeys.server.ts';
import { tryToSignIn } from '#views/access/signIn.server.ts';

type Problem = keyof AccountTexts['problems'];
const refused = (problem: Problem, status = 400) => fail(status, { problem });
const told = (done: keyof AccountTexts['done']) => ({ done });

/** The forms of somebody's own account. */
export const accountActions = {
	/** Asks for the current password too: an unattended screen is not enough. All other sessions end. */
	async password(event: RequestEvent) {
		const { locals, request, cookies } = event;
		const person = self(event);
		const form = await request.formData();
		const wanted = String(form.get('new_password') ?? '');
		const current = await tryToSignIn(event, person.email, String(form.get('password') ?? ''));
		if (typeof current === 'string') return refused(current, current === 'wrong' ? 400 : 429);
		const problem = passwordProblem(wanted, person.email);
		if (problem) return refused(problem);
		const { database } = product();
		await setPassword(database, person.id, wanted);
		await endSessionsOf(database, person.id, cookies.get(sessionCookie(event.url)) ?? null);
		locals.audit = { action: 'password changed', changes: [] };
		return told('password');
	},

	async passkey(event: RequestEvent) {
		if (await mustBeStrong(self(event))) return refused('passkeyFirst', 403);
		const id = String((await event.request.formData()).get('id') ?? '');
		const name = await removePasskey(product().database, self(event).id, id);
		if (name === null) return refused('unknown');
		event.locals.audit = { action: 'passkey removed', subject: name, changes: [] };
		return told('passkey');
	},

	async end(event: RequestEvent) {
		const id = String((await event.request.formData()).get('id') ?? '');
		if (!/^\d{1,9}$/.test(id)) return refused('unknown');
		await endSessionOf(product().database, self(event).id, Number(id));
		event.locals.audit = { action: 'session ended', changes: [] };
		return told('session');
	},

	async endOthers(event: RequestEvent) {
		const token = event.cookies.get(sessionCookie(event.url)) ?? null;
		await endSessionsOf(product().database, self(event).id, token);
		event.locals.audit = { action: 'sessions ended', changes: [] };
		return told('sessions');
	}
};

function self({ locals }: RequestEvent): SignedIn {
	return locals.person ?? error(403);
}
