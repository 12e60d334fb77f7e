import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { addPerson, changePerson, isEmail, personById, removePerson } from '#access/people.server.ts';
import { linkHours, makeLink } from '#access/personLinks.server.ts';
import { endSessionsOf } from '#access/sessions.server.ts';
import { roles } from '#model/person.ts';
import { listQueues } from '#records/queues.server.ts';
import { mailTexts } from '#texts/mail.ts';
import type { PeopleTexts } from '#texts/people.ts';
import { product } from '#work/product.server.ts';
import { canMail, mailed, mailOrigin } from '#views/access/mailLink.server.ts';
import { linkAddress } from '#views/access/passwordLink.server.ts';
import { reachOf, reachText } from './reach.ts';

type Problem = keyof PeopleTexts['problems'];
type Done = keyof PeopleTexts['done'];

/** A link that is shown this once. */
export interface ShownLink {
	email: string;
	address: string;
	mail: 'sent' | 'failed' | 'none';
}

const told = (done: Done, link: ShownLink | null = null) => ({ done, link });
const refused = (problem: Problem, typed: { email: string } | null = null, id: number | null = null) =>
	fail(400, { problem, typed, id });

/** The forms of the page of people; for administrators of all queues (access/rules.ts). */
export const peopleActions = {
	async invite(event: RequestEvent) {
		const { locals, request } = event;
		const form = await request.formData();
		const email = String(form.get('email') ?? '').trim();
		const typed = { email };
		if (!isEmail(email)) return refused('email', typed);
		const role = roleOf(form);
		if (!role) return refused('role', typed);
		const reach = await reachIn(form);
		if (reach === 'queues') return refused('queues', typed);
		const { database } = product();
		const person = await addPerson(database, { email, role, ...reach });
		if (!person) return refused('known', typed);
		const changes = [
			{ field: 'role', from: null, to: role },
			{ field: 'queues', from: null, to: reachText(reach.queues) }
		];
		locals.audit = { action: 'person invited', subject: person.email, changes };
		const token = await makeLink(database, person.id, { hours: linkHours.invitation, now: locals.now });
		const mail = await mailInvitation(event, person.email, token);
		return told('invited', { email: person.email, address: shownAddress(event, token), mail });
	},

	async change({ locals, request }: RequestEvent) {
		const form = await request.formData();
		const id = idOf(form);
		const role = roleOf(form);
		if (!role) return refused('role', null, id);
		const reach = await reachIn(form);
		if (reach === 'queues') return refused('queues', null, id);
		const changed = await changePerson(product().database, id, { role, ...reach });
		if (typeof changed === 'string') return refused(changed, null, id);
		const { before } = changed;
		const [from, to] = [reachText(before.queues), reachText(reach.queues)];
		const changes = [
			...(before.role === role ? [] : [{ field: 'role', from: before.role, to: role }]),
			...(from === to ? [] : [{ field: 'queues', from, to }])
		];
		locals.audit = { action: 'person changed', subject: before.email, changes };
		return told('changed');
	},

	async remove({ locals, request }: RequestEvent) {
		const form = await request.formData();
		const id = idOf(form);
		if (id === locals.person?.id) return refused('self', null, id);
		if (form.get('sure') === null) return refused('sure', null, id);
		const removed = await removePerson(product().database, id);
		if (typeof removed === 'string') return refused(removed, null, id);
		const { email, role, queues } = removed.before;
		const changes = [
			{ field: 'role', from: role, to: null },
			{ field: 'queues', from: reachText(queues), to: null }
		];
		locals.audit = { action: 'person removed', subject: email, changes };
		return told('removed');
	},

	async link(event: RequestEvent) {
		const { locals } = event;
		const person = await known(event);
		if (!person) return refused('unknown');
		const asked = { hours: linkHours.administrator, now: locals.now };
		const token = await makeLink(product().database, person.id, asked);
		locals.audit = { action: 'person link', subject: person.email, changes: [] };
		return told('link', { email: person.email, address: shownAddress(event, token), mail: 'none' });
	},

	async end(event: RequestEvent) {
		const person = await known(event);
		if (!person) return refused('unknown');
		await endSessionsOf(product().database, person.id);
		event.locals.audit = { action: 'person sessions ended', subject: person.email, changes: [] };
		return told('ended');
	}
};

async function known({ request }: RequestEvent) {
	return personById(product().database, idOf(await request.formData()));
}

function idOf(form: FormData): number {
	const text = String(form.get('id') ?? '');
	return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function roleOf(form: FormData) {
	return roles.find((role) => role === form.get('role'));
}

async function reachIn(form: FormData) {
	const queues = await listQueues(product().database);
	return reachOf(
		form,
		queues.map(({ queue }) => queue.slug)
	);
}

function shownAddress({ url }: RequestEvent, token: string): string {
	return linkAddress(product().settings.origin ?? url.origin, token);
}

async function mailInvitation(
	{ url, locals }: RequestEvent,
	to: string,
	token: string
): Promise<ShownLink['mail']> {
	const origin = mailOrigin(url);
	if (!canMail(url) || origin === null) return 'none';
	const inviter = locals.person?.email ?? error(403);
	const address = linkAddress(origin, token);
	const mail = mailTexts(locals.lang).invitation(inviter, address, linkHours.invitation / 24);
	return (await mailed({ to, ...mail })) ? 'sent' : 'failed';
}
