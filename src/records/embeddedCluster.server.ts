import { appendFile, chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveTo } from './embeddedAccount.server.ts';
import { run, type Programs } from './embeddedProgram.server.ts';
import { accessRules, embeddedSettings } from './embeddedSettings.server.ts';

/** The product's own role and database. */
export const OWNER = 'offpeak';

/**
 * Makes an empty database in `base`/cluster: UTF-8 with the locale that is the same on every machine, the product's
 * role, which is no superuser, and its database. The superuser has no password, so nobody signs in as it.
 */
export async function createCluster(programs: Programs, base: string, password: string, durable: boolean) {
	const cluster = join(base, 'cluster');
	await mkdir(cluster);
	await chmod(cluster, 0o700);
	await giveTo(cluster, programs.account);

	const made = await run(
		programs,
		'initdb',
		[
			'--pgdata=cluster',
			'--username=postgres',
			'--encoding=UTF8',
			'--locale=C',
			'--locale-provider=builtin',
			'--builtin-locale=C.UTF-8',
			'--auth=reject',
			'--no-instructions',
			...(durable ? [] : ['--no-sync'])
		],
		{ cwd: base }
	);
	if (made.code !== 0)
		throw new Error(`The embedded database could not be made in ${cluster}:\n${made.output}`);
	await appendFile(join(cluster, 'postgresql.conf'), embeddedSettings());
	await writeFile(join(cluster, 'pg_hba.conf'), accessRules);

	// Without a server running, so that nobody ever meets a database that is half made. One line, one statement.
	const filled = await run(
		programs,
		'postgres',
		['--single', '-D', 'cluster', ...(durable ? [] : ['-F']), '-c', 'exit_on_error=true', 'postgres'],
		{
			cwd: base,
			input:
				`create role ${OWNER} login createdb in role pg_monitor, pg_checkpoint password '${password}'\n` +
				`create database ${OWNER} owner ${OWNER}\n`
		}
	);
	if (filled.code !== 0) throw new Error(`The embedded database could not be filled:\n${filled.output}`);
}

/** Throws a sentence when the data were made by another major version of PostgreSQL than these binaries are. */
export async function checkVersion(cluster: string, version: string): Promise<void> {
	const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
	const major = version.split('.')[0];
	if (found === major) return;
	throw new Error(
		`The database in ${cluster} was made by PostgreSQL ${found}, and this Offpeak brings PostgreSQL ${major}, ` +
			`which cannot open it: back it up with the Offpeak that made it, and restore it into a new folder.`
	);
}
