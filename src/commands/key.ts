import { parseArgs } from 'node:util';
import {
	createKey,
	isOver,
	listKeys,
	revokeKey,
	rotateKey,
	scopes,
	type Scope
} from '#access/keys.server.ts';
import { commandLine as madeBy, noteCommand } from './noteCommand.ts';
import type { Command } from './runCommand.ts';
import { withDatabase } from './withDatabase.ts';

const hourMs = 3_600_000;

/** Makes, lists, rotates and revokes the keys of machines. */
export const key: Command = {
	usage:
		'create --name NAME [--scope ingest|read|admin]… [--queue SLUG]… [--days N] | list | rotate ID [--overlap HOURS] | revoke ID',
	summary:
		'makes a key and shows it once; lists the keys; replaces one, with both open for a while; revokes one',
	async run(args) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				name: { type: 'string' },
				scope: { type: 'string', multiple: true, default: ['ingest'] },
				queue: { type: 'string', multiple: true },
				days: { type: 'string' },
				overlap: { type: 'string', default: '24' }
			}
		});
		const [action, id] = positionals;
		const wanted = values.scope.filter((name): name is Scope => scopes.some((scope) => scope === name));
		const areNumbers = [values.days ?? '1', values.overlap].every((text) => /^\d{1,5}$/.test(text));
		const known = areNumbers && wanted.length === values.scope.length;
		if (known && action === 'create' && values.name)
			return create(values.name, wanted, { queues: values.queue ?? null, days: values.days });
		if (action === 'list') return list();
		if (known && action === 'rotate' && id && /^\d{1,9}$/.test(id))
			return rotate(Number(id), Number(values.overlap));
		if (action === 'revoke' && id && /^\d{1,9}$/.test(id)) return revoke(Number(id));
		console.error(`Usage: key ${key.usage}`);
		return 2;
	}
};

function create(
	name: string,
	wanted: Scope[],
	{ queues, days }: { queues: string[] | null; days: string | undefined }
): Promise<number> {
	return withDatabase(async (database, { clockOffsetMs }) => {
		const now = Date.now() + clockOffsetMs;
		const expiresAt = days === undefined ? null : now + Number(days) * 24 * hourMs;
		const made = await createKey(database, { name, scopes: wanted, queues, madeBy, expiresAt });
		await noteCommand(database, { action: 'key made', subject: name }, now);
		console.log(`${made.key}\nThis is shown once. Number ${made.id}, scopes ${wanted.join(', ')}.`);
		return 0;
	});
}

function list(): Promise<number> {
	return withDatabase(async (database, { clockOffsetMs }) => {
		const now = Date.now() + clockOffsetMs;
		for (const key of await listKeys(database)) {
			const { id, name, hint, scopes, queues, expiresAt, usedAt, revokedAt } = key;
			const parts = [
				String(id),
				name,
				hint && `…${hint}`,
				scopes.join(', '),
				queues?.join(', ') ?? 'all queues',
				usedAt ? `last used ${usedAt.toISOString().slice(0, 16)}Z` : 'never used',
				revokedAt ? 'revoked' : isOver(key, now) ? 'ended' : '',
				expiresAt && !isOver(key, now) ? `ends ${expiresAt.toISOString().slice(0, 16)}Z` : ''
			];
			console.log(parts.filter((part) => part !== '').join('  '));
		}
		return 0;
	});
}

function rotate(id: number, hours: number): Promise<number> {
	return withDatabase(async (database, { clockOffsetMs }) => {
		const now = Date.now() + clockOffsetMs;
		const made = await rotateKey(database, id, { overlapMs: hours * hourMs, madeBy, now });
		if (!made) return unknown(id);
		await noteCommand(database, { action: 'key rotated', subject: made.old.name }, now);
		console.log(
			`${made.key}\nThis is shown once. Number ${made.id} follows ${id}, which ends in ${hours} hours at the latest.`
		);
		return 0;
	});
}

function revoke(id: number): Promise<number> {
	return withDatabase(async (database, { clockOffsetMs }) => {
		const revoked = await revokeKey(database, id);
		if (!revoked) return unknown(id);
		await noteCommand(database, { action: 'key revoked', subject: revoked.name }, Date.now() + clockOffsetMs);
		return 0;
	});
}

function unknown(id: number): number {
	console.error(`There is no key ${id} that opens anything.`);
	return 1;
}
