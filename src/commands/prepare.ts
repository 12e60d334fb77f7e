import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSettings, settingNames } from '#access/settings.ts';
import { closeAll, onClosing } from '#model/closing.ts';
import { isStartError, StartError } from '#model/startError.ts';
import { removeEmbedded } from '#records/embedded.server.ts';
import { keepLog, type Log } from './log.ts';
import { addressHeader, protocolHeader } from './webServer.ts';
import { isStopping, stopOnSignal } from './stopOnSignal.ts';

/** Where requests are told; none before prepare(). */
export let log: Log | null = null;

/**
 * Makes the process ready for the built application, which reads its environment the moment it is imported:
 * that is why the launcher calls this first and imports start.js after it. Throws StartError for a wrong setting.
 */
export function prepare(): void {
	for (const name of settingNames) if (process.env[name] === '') delete process.env[name];
	const settings = parseSettings(process.env, Date.now());
	if ('error' in settings) throw new StartError(settings.error);
	log = keepLog(settings.log, console);

	// Ingestion takes bodies of any length and has limits of its own; the server sees to all others (webServer.ts).
	process.env.BODY_SIZE_LIMIT = 'Infinity';
	// Without ORIGIN the address is what the browser asked for, over the protocol that this server itself speaks.
	process.env.PROTOCOL_HEADER = protocolHeader;
	// Nor does an address that a client claims (clientAddress.ts).
	process.env.ADDRESS_HEADER = addressHeader;
	delete process.env.HOST_HEADER;
	delete process.env.PORT_HEADER;
	if (settings.origin) process.env.ORIGIN = settings.origin;
	stopOnSignal();
}

/** A demo: a folder of its own that goes with it, never another database, and somebody who can sign in. */
export function prepareDemo(): void {
	const folder = join(tmpdir(), `offpeak-demo-${randomUUID()}`);
	process.env.OFFPEAK_DEMO = '1';
	process.env.DATA_DIR = folder;
	process.env.DATABASE_URL = '';
	if (!process.env.OFFPEAK_ADMIN_EMAIL && !process.env.OFFPEAK_ADMIN_PASSWORD) {
		process.env.OFFPEAK_ADMIN_EMAIL = 'demo@example.com';
		process.env.OFFPEAK_ADMIN_PASSWORD = randomBytes(9).toString('base64url');
	}
	prepare();
	// The first to be registered is the last to be closed.
	onClosing(async () => {
		await removeEmbedded(folder);
		await rm(folder, { recursive: true, force: true });
	});
}

/** Ends a start that went wrong: one sentence where the cause is known, everything known where it is not. */
export async function fail(error: unknown): Promise<void> {
	// Somebody has stopped it in the middle of the start: that takes its course.
	if (isStopping()) return;
	console.error(isStartError(error) ? error.message : error);
	await closeAll(console.error);
	process.exit(1);
}
