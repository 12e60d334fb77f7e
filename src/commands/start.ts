import type { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { handler } from '#handler';
import { parseSettings } from '#access/settings.ts';
import { onClosing } from '#model/closing.ts';
import type { Settings } from '#model/settings.ts';
import { StartError } from '#model/startError.ts';
import { inTurn } from './inTurn.ts';
import { listen } from './listen.ts';
import { log } from './prepare.ts';
import { keepTraces } from './traces.ts';
import { webServer, type Done } from './webServer.ts';

/** How long requests that are being answered may take once the stop has begun. */
const finishMs = 6_000;
const events: EventEmitter = process;

const settings = parseSettings(process.env, Date.now());
if ('error' in settings) throw new StartError(settings.error);
const traces = settings.traces && keepTraces(settings.traces, console.error);
const server = webServer(inTurn(handler), {
	overTls: settings.origin?.startsWith('https:'),
	proxies: settings.proxies,
	onDone: tell
});
const url = await listen(server, settings.host, settings.port);
onClosing(async () => {
	await close(server);
	await traces?.end();
});
console.log(`Offpeak is ready at ${url} (${whereDataLies(settings)})`);
if (process.env.OFFPEAK_DEMO && settings.admin)
	console.log(`Sign in as ${settings.admin.email} with the password ${settings.admin.password}`);

function tell({ aborted, id, address, ...done }: Done): void {
	const { method, path, route, status, startAt, endAt } = done;
	const line = { request_id: id, method, path, status, ms: Math.round(endAt - startAt) };
	log?.request({ ...line, ...(aborted && { aborted }), ...(isRefused(done) && { address }) });
	traces?.add({ ...done, name: route === null ? method : `${method} ${route}` });
}

/** Tries to sign in that failed, and what was not allowed: from where is for whoever looks after an attack. */
function isRefused({ method, path, status }: Pick<Done, 'method' | 'path' | 'status'>): boolean {
	return (
		[401, 403, 429].includes(status) || (method === 'POST' && path.startsWith('/sign-in') && status >= 400)
	);
}

async function close(server: Server): Promise<void> {
	const timer = setTimeout(() => server.closeAllConnections(), finishMs);
	const closed = new Promise<void>((done) => server.close(() => done()));
	// Answers that never end by themselves (live streams) take this as their end.
	events.emit('offpeak:stopping');
	await closed;
	clearTimeout(timer);
	events.emit('sveltekit:shutdown', 'SIGTERM');
}

function whereDataLies({ databaseUrl, dataDir }: Settings): string {
	return databaseUrl ? 'data on the server of DATABASE_URL' : `data in ${resolve(dataDir)}`;
}
