import { parseArgs } from 'node:util';
import { createKey, listKeys, revokeKey, scopes, type Scope } from '#access/keys.server.ts';
import type { Command } from './runCommand.ts';
import { withDatabase } from './withDatabase.ts';

/** Makes, lists and revokes the keys of machines. */
export const key: Command = {
	usage: 'create --name NAME [--scope ingest|read|admin]… [--queue SLUG]… | list | revoke ID',
	summary: 'makes a key and shows it once; lists the keys; revokes one',
	async run(args) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				name: { type: 'string' },
				scope: { type: 'string', multiple: true, default: ['ingest'] },
				queue: { type: 'string', multiple: true }
			}
		});
		const [action, id] = positionals;
		const wanted = values.scope.filter((name): name is Scope => scopes.some((scope) => scope === name));
		if (action === 'create' && values.name && wanted.length === values.scope.length)
			return create(values.name, wanted, values.queue ?? null);
		if (action === 'list') return list();
		if (action === 'revoke' && id && /^\d+$/.test(id)) return revoke(Number(id));
		console.error(`Usage: key ${key.usage}`);
		return 2;
	}
};

function create(name: string, wanted: Scope[], queues: string[] | null): Promise<number> {
	return withDatabase(async (database) => {
		const made = await createKey(database, { name, scopes: wanted, queues });
		console.log(`${made.key}\nThis is shown once. Number ${made.id}, scopes ${wanted.join(', ')}.`);
		return 0;
	});
}

function list(): Promise<number> {
	return withDatabase(async (database) => {
		for (const { id, name, scopes, queues, revokedAt } of await listKeys(database))
			console.log(
				`${id}  ${name}  ${scopes.join(', ')}  ${queues?.join(', ') ?? 'all queues'}${revokedAt ? '  revoked' : ''}`
			);
		return 0;
	});
}

function revoke(id: number): Promise<number> {
	return withDatabase(async (database) => {
		if (await revokeKey(database, id)) return 0;
		console.error(`There is no key ${id}.`);
		return 1;
	});
}
