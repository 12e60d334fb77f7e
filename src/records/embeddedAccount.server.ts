import { chown, readFile, stat } from 'node:fs/promises';
import type { Account } from './reachable.server.ts';

/** PostgreSQL refuses to run as root, so root must lend it another account. */
export const isRoot = () => process.getuid?.() === 0;

/**
 * The account a new server runs as: null means the one of this process. For root it is `postgres` where that
 * account exists, else `nobody`; none is made.
 */
export async function serverAccount(): Promise<Account | null> {
	if (!isRoot()) return null;
	const accounts = await listAccounts();
	const found = ['postgres', 'nobody'].map((name) => accounts.find((account) => account.name === name));
	const account = found.find((candidate) => candidate !== undefined);
	if (account) return account;
	throw new Error(
		'The embedded database cannot run as root, and this machine has neither an account "postgres" nor "nobody": ' +
			'start Offpeak as an ordinary user, or set DATABASE_URL.'
	);
}

/** The account an existing data folder belongs to; only it may run a server there. Null: this process may. */
export async function ownerOf(cluster: string): Promise<Account | null> {
	const { uid, gid } = await stat(cluster);
	if (uid === process.getuid?.() || process.getuid === undefined) {
		if (!isRoot()) return null;
		const account = await serverAccount();
		throw new Error(
			`The database folder ${cluster} belongs to root, as whom PostgreSQL does not run: ` +
				`chown -R ${account?.name} '${cluster}'`
		);
	}
	const name = (await listAccounts()).find((account) => account.uid === uid)?.name ?? `uid ${uid}`;
	if (isRoot()) return { name, uid, gid };
	throw new Error(`The database folder ${cluster} belongs to ${name}: start Offpeak as ${name} or as root.`);
}

/** Hands a file or folder to the server's account; to this process's own (null) it belongs already. */
export async function giveTo(path: string, account: Account | null): Promise<void> {
	if (!account) return;
	await chown(path, account.uid, account.gid).catch((cause) => {
		throw new Error(
			`Offpeak runs as root but may not hand the database to ${account.name} (${cause.message}): ` +
				'start it as an ordinary user, or set DATABASE_URL.',
			{ cause }
		);
	});
}

async function listAccounts(): Promise<Account[]> {
	const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
	return lines.map((line) => {
		const [name = '', , uid, gid] = line.split(':');
		return { name, uid: Number(uid), gid: Number(gid) };
	});
}
