import { listKeys } from '#access/keys.server.ts';
import { listPeople } from '#access/people.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { product } from '#work/product.server.ts';

/**
 * What was set up here, to be kept or compared: queues in the shape that `PUT /api/v1/queues/{queue}` takes, people and
 * keys without anything that lets somebody in.
 */
export async function settingsExport(now: number): Promise<Response> {
	const { database } = product();
	const [queues, people, keys] = await Promise.all([
		listQueues(database),
		listPeople(database, now),
		listKeys(database)
	]);
	const body = {
		made_at: new Date(now).toISOString(),
		queues: queues.map(({ queue }) => queue),
		people: people.map(({ email, role, queues, createdAt, signedInAt }) => ({
			email,
			role,
			queues,
			created_at: createdAt.toISOString(),
			signed_in_at: signedInAt?.toISOString() ?? null
		})),
		keys: keys.map(({ name, scopes, queues, createdAt, madeBy, expiresAt, usedAt, revokedAt }) => ({
			name,
			scopes,
			queues,
			created_at: createdAt.toISOString(),
			made_by: madeBy,
			expires_at: expiresAt?.toISOString() ?? null,
			used_at: usedAt?.toISOString() ?? null,
			revoked_at: revokedAt?.toISOString() ?? null
		}))
	};
	return new Response(JSON.stringify(body, null, '\t'), {
		headers: {
			'content-type': 'application/json',
			'content-disposition': 'attachment; filename="offpeak-settings.json"',
			'cache-control': 'private, no-store'
		}
	});
}
