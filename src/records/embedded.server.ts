import { chmod, mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isRoot, ownerOf, serverAccount } from './embeddedAccount.server.ts';
import type { EmbeddedConnection } from './embeddedAddress.server.ts';
import { installedBinaries, usableBinaries, type Binaries } from './embeddedBinaries.server.ts';
import { checkVersion } from './embeddedCluster.server.ts';
import { baseOf, clusterOf, readHome, type Home } from './embeddedHome.server.ts';
import { makeHome } from './embeddedNew.server.ts';
import type { Programs } from './embeddedProgram.server.ts';
import { endStuckServer, ensureRunning, stopServer } from './embeddedStart.server.ts';
import { findPostmaster } from './postmaster.server.ts';
import { RecoveryWatch } from './recoveryWatch.server.ts';

export interface EmbeddedServer {
	connection: EmbeddedConnection;
	/** true: this call started it; false: it was running already and was joined. */
	started: boolean;
	/**
	 * Starts it again where it has ended (killed, out of memory), or where its recovery stands still, which shows when this
	 * is asked again and again; the address stays. Resolves to whether it had to.
	 */
	revive(): Promise<boolean>;
	/** Stops it for everybody, having written all down. A server that is gone already is only mentioned. */
	stop(): Promise<void>;
}

export interface EmbeddedOptions {
	/** Hears what a person who starts Offpeak should know, in sentences. */
	say?: (sentence: string) => void;
	/** false: may lose everything in a power cut. Only for tests. */
	durable?: boolean;
	/** Other binaries than the installed ones. */
	binaries?: Binaries;
	/** Where root puts what the server's account cannot reach in DATA_DIR. */
	elsewhere?: string;
}

const SLOW_MS = 5000;

/**
 * The PostgreSQL server of a data folder, made on the first call, started or joined on later ones. It outlives this
 * process. Throws a sentence (and the log's last lines) when there is none to be had.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
	const { say = () => {}, durable = true } = options;
	const { programs, home, moved } = await prepare(dataDir, options);
	const slow = setTimeout(
		() => say('The database is still starting: after a crash it recovers first.'),
		SLOW_MS
	);
	const { connection, started } = await ensureRunning(programs, home, durable).finally(() =>
		clearTimeout(slow)
	);
	if (moved && started) say(moved);
	const recovery = new RecoveryWatch();
	return {
		connection,
		started,
		async revive() {
			const head = await findPostmaster(clusterOf(home));
			if (head && !(await recovery.isStuck(head.pid, performance.now()))) return false;
			if (head) await endStuckServer(programs, home);
			await ensureRunning(programs, home, durable);
			return true;
		},
		async stop() {
			const { code, output } = await stopServer(programs, home);
			if (code === 0) return;
			if (await findPostmaster(clusterOf(home)))
				throw new Error(`The embedded database in ${clusterOf(home)} does not stop: ${output}`);
			say('The embedded database had stopped already.');
		}
	};
}

/** Stops the server of a throw-away data folder and removes all it kept, also what lies outside of the folder. */
export async function removeEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<void> {
	if (!(await readHome(dataDir))) return;
	const { programs, home } = await prepare(dataDir, options);
	await stopServer(programs, home);
	const { sockets } = home.place;
	for (const folder of [sockets, baseOf(home), home.folder])
		if (folder) await rm(folder, { recursive: true, force: true });
}

interface Prepared {
	programs: Programs;
	home: Home;
	/** What is not where one would look for it, as a sentence. */
	moved: string | null;
}

async function prepare(dataDir: string, options: EmbeddedOptions): Promise<Prepared> {
	const { durable = true, elsewhere = '/var/lib/offpeak' } = options;
	const installed = options.binaries ?? (await installedBinaries());
	// Whoever makes the folder for another account must let it pass, whatever the umask.
	if ((await mkdir(dataDir, { recursive: true })) && isRoot()) await chmod(dataDir, 0o711);
	const found = await readHome(dataDir);
	const account = found ? await ownerOf(clusterOf(found)) : await serverAccount();
	const native = await usableBinaries(installed, account, account ? elsewhere : resolve(dataDir));
	const programs = { native, account };
	const home = found ?? (await makeHome(dataDir, programs, { elsewhere, durable }));
	await checkVersion(clusterOf(home), installed.version);
	const parts = [
		...(native === installed.native ? [] : [`a copy of its programs is in ${native}`]),
		...(baseOf(home) === home.folder ? [] : [`its data are in ${baseOf(home)}`])
	];
	const why = account
		? `The database runs as ${account.name}, who cannot enter everything here`
		: 'The installed database programs are incomplete and read-only';
	return { programs, home, moved: parts.length ? `${why}: ${parts.join(', ')}.` : null };
}
