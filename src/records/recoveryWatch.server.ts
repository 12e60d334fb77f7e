import { readFile } from 'node:fs/promises';

/** For so long nothing of a recovery moves before it is taken for stuck. */
const stuckMs = 5_000;

/**
 * Tells when a server's recovery after a crash stands still. PostgreSQL 18.4 was seen to begin one, once in some hundred
 * kills, and to sleep over it until somebody ended it; begun anew it takes a moment. Linux only; elsewhere there is no telling.
 */
export class RecoveryWatch {
	private seen: { sign: string; at: number } | null = null;

	/** @param signOf what changes while the recovery of the server with this head goes on; null: it has none */
	constructor(private readonly signOf: (head: number) => Promise<string | null> = recoverySign) {}

	/** To be asked again and again; `now` in ms of one clock. */
	async isStuck(head: number, now: number): Promise<boolean> {
		const sign = await this.signOf(head);
		if (sign === null) this.seen = null;
		else if (sign !== this.seen?.sign) this.seen = { sign, at: now };
		return this.seen !== null && now - this.seen.at >= stuckMs;
	}
}

/** Whose work a recovery is. The one that starts up is there for no longer than it takes. */
const recovering = /^postgres: (startup|checkpointer|io worker)/;

/**
 * The processor time of those who recover, as a text; where one of them works, or waits for a processor or the disk, another
 * text each time. Null where nothing is recovered, or where it cannot be told.
 */
export async function recoverySign(head: number): Promise<string | null> {
	const children = await read(`/proc/${head}/task/${head}/children`);
	const pids = children.split(' ').filter(Boolean);
	const all = await Promise.all(
		pids.map(async (pid) => ({ pid, title: await read(`/proc/${pid}/cmdline`) }))
	);
	if (!all.some(({ title }) => title.startsWith('postgres: startup'))) return null;
	const signs = all
		.filter(({ title }) => recovering.test(title))
		.map(async ({ pid }) => {
			// Behind the name, which may hold anything: the state, and as 12th and 13th the time in and out of the kernel.
			const fields = (await read(`/proc/${pid}/stat`)).split(') ').at(-1)?.split(' ') ?? [];
			const isAtWork = fields[0] === 'D' || fields[0] === 'R';
			return isAtWork ? String(process.hrtime.bigint()) : `${pid} ${fields[11]} ${fields[12]}`;
		});
	return (await Promise.all(signs)).join();
}

function read(file: string): Promise<string> {
	return readFile(file, 'utf8').catch(() => '');
}
