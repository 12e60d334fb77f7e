import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { accepts, connectionTo, hasSocket, type EmbeddedConnection } from './embeddedAddress.server.ts';
import { baseOf, clusterOf, notePlace, type Home } from './embeddedHome.server.ts';
import { lastLogLines } from './embeddedLog.server.ts';
import { endOrphans } from './embeddedOrphans.server.ts';
import { run, type Programs, type Ran } from './embeddedProgram.server.ts';
import { SOCKET_PORT, socketFile, socketFolder } from './embeddedSocket.server.ts';
import { freePort } from './freePort.server.ts';
import { findPostmaster, removeStaleLocks } from './postmaster.server.ts';
import { recoverySign } from './recoveryWatch.server.ts';

/** A server that has much to recover after a crash may take this long. */
const RECOVERY_SECONDS = 600;
/** What is left of a killed server may stand in the way this long. */
const LEFTOVERS_MS = 30_000;

interface Running {
	connection: EmbeddedConnection;
	/** Whether this call started it. */
	started: boolean;
}

/** Joins the server that runs on the home, or starts one. Throws a sentence with the log's last lines. */
export async function ensureRunning(programs: Programs, home: Home, durable: boolean): Promise<Running> {
	const cluster = clusterOf(home);
	const beganAt = Date.now();
	let started = false;
	while (Date.now() - beganAt < RECOVERY_SECONDS * 1000) {
		const server = await findPostmaster(cluster);
		if (server?.state === 'ready') {
			const connection = connectionTo(server, home.password);
			if (!(await hasSocket(connection))) await stopServer(programs, home);
			else if (await accepts(connection)) return { connection, started };
			else await wait(50);
		} else if (server) {
			await wait(50);
		} else {
			const triedAt = Date.now();
			const { code } = await tryStart(programs, home, durable);
			started = code === 0;
			// Another process may have been a moment faster.
			if (started || (await findPostmaster(cluster))) continue;
			const lines = await lastLogLines(cluster, triedAt);
			const inTheWay = lines.some((line) => /lock file ".*" already exists|shared memory block/.test(line));
			if (!inTheWay || Date.now() - beganAt > LEFTOVERS_MS)
				throw new Error(
					`The embedded database in ${cluster} did not start. Its log ends:\n${lines.join('\n')}`
				);
			await endOrphans(cluster);
			await wait(100);
		}
	}
	throw new Error(`The embedded database in ${cluster} was not ready after ${RECOVERY_SECONDS} seconds.`);
}

/**
 * Ends open transactions and writes everything down. A server that recovers from a crash has nothing to write yet, and
 * waits for ever when it is asked to (seen with PostgreSQL 18.4): it stops at once, and recovers at the next start.
 * Resolves to what pg_ctl said.
 */
export async function stopServer(programs: Programs, home: Home): Promise<Ran> {
	const server = await findPostmaster(clusterOf(home));
	const recovers = server !== null && (await recoverySign(server.pid)) !== null;
	return stop(programs, home, recovers ? 'immediate' : 'fast');
}

/** Ends a server whose recovery stands still. What was committed is in its log, which the next start reads. */
export async function endStuckServer(programs: Programs, home: Home): Promise<void> {
	await stop(programs, home, 'immediate');
}

function stop(programs: Programs, home: Home, mode: 'fast' | 'immediate'): Promise<Ran> {
	return run(programs, 'pg_ctl', ['stop', '-D', 'cluster', '-m', mode, '-w', '-t', '120'], {
		cwd: baseOf(home)
	});
}

async function tryStart(programs: Programs, home: Home, durable: boolean): Promise<Ran> {
	const cluster = clusterOf(home);
	const address = await addressOptions(programs, home);
	await rm(join(cluster, 'start.log'), { force: true });
	// pg_ctl hands these to a shell. Paths inside the base are relative, so whatever it is called does no harm there.
	const options = ['-w', '-t', String(RECOVERY_SECONDS), '-l', 'cluster/start.log'];
	return run(
		programs,
		'pg_ctl',
		['start', '-D', 'cluster', ...options, '-o', durable ? address : `${address} -F`],
		{ cwd: baseOf(home), leavesServer: true }
	);
}

async function addressOptions(programs: Programs, home: Home): Promise<string> {
	const cluster = clusterOf(home);
	if (process.platform === 'win32') {
		const port = await freePort(home.place.port);
		if (port !== home.place.port) await notePlace(home, { port });
		return `-p ${port}`;
	}
	const own = join(baseOf(home), 'socket');
	const folder = await socketFolder(own, home.place.sockets, programs.account);
	if (folder !== own && folder !== home.place.sockets) await notePlace(home, { sockets: folder });
	await removeStaleLocks(cluster, `${socketFile(folder)}.lock`);
	return `-k '${folder.replaceAll("'", `'\\''`)}' -p ${SOCKET_PORT}`;
}
