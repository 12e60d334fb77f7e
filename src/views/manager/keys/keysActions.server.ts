import { fail, type RequestEvent } from '@sveltejs/kit';
import { createKey, revokeKey, rotateKey, scopes } from '#access/keys.server.ts';
import { listQueues } from '#records/queues.server.ts';
import type { KeysTexts } from '#texts/keys.ts';
import { product } from '#work/product.server.ts';
import { reachOf, reachText } from '../people/reach.ts';
import { when } from '../people/when.ts';

const hourMs = 3_600_000;
export const lives = ['30', '90', '365', 'never'] as const;
export const overlaps = ['0', '1', '24', '168'] as const;

type Problem = keyof KeysTexts['problems'];
const refused = (problem: Problem, typed: { name: string } | null = null) => fail(400, { problem, typed });

/** The forms of the page of keys; for administrators of all queues (access/rules.ts). */
export const keysActions = {
	async create({ locals, request }: RequestEvent) {
		const form = await request.formData();
		const name = String(form.get('name') ?? '')
			.trim()
			.slice(0, 100);
		const typed = { name };
		if (name === '') return refused('name', typed);
		const named = form.getAll('scope');
		const wanted = scopes.filter((scope) => named.includes(scope));
		if (wanted.length === 0) return refused('scopes', typed);
		const { database } = product();
		const queues = await listQueues(database);
		const reach = reachOf(
			form,
			queues.map(({ queue }) => queue.slug)
		);
		if (reach === 'queues') return refused('queues', typed);
		const life = lives.find((one) => one === form.get('life'));
		if (!life) return refused('life', typed);
		const expiresAt = life === 'never' ? null : locals.now + Number(life) * 24 * hourMs;
		const madeBy = locals.person?.email ?? '';
		const made = await createKey(database, { name, scopes: wanted, ...reach, madeBy, expiresAt });
		const changes = [
			{ field: 'scopes', from: null, to: wanted.join(', ') },
			{ field: 'queues', from: null, to: reachText(reach.queues) },
			{ field: 'ends', from: null, to: expiresAt === null ? 'never' : new Date(expiresAt).toISOString() }
		];
		locals.audit = { action: 'key made', subject: name, changes };
		return { shown: { name, key: made.key, until: null } };
	},

	async rotate({ locals, request }: RequestEvent) {
		const form = await request.formData();
		const overlap = overlaps.find((one) => one === form.get('overlap')) ?? '24';
		const overlapMs = Number(overlap) * hourMs;
		const { database, settings } = product();
		const madeBy = locals.person?.email ?? '';
		const made = await rotateKey(database, idOf(form), { overlapMs, madeBy, now: locals.now });
		if (!made) return refused('over');
		const { name } = made.old;
		const changes = [{ field: 'overlap', from: null, to: `${overlap} h` }];
		locals.audit = { action: 'key rotated', subject: name, changes };
		const until = when(new Date(locals.now + overlapMs), locals.lang, settings.zone);
		return { shown: { name, key: made.key, until: overlapMs === 0 ? null : until } };
	},

	async revoke({ locals, request }: RequestEvent) {
		const revoked = await revokeKey(product().database, idOf(await request.formData()));
		if (!revoked) return refused('over');
		locals.audit = { action: 'key revoked', subject: revoked.name, changes: [] };
		return { revoked: true };
	}
};

function idOf(form: FormData): number {
	const text = String(form.get('id') ?? '');
	return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
