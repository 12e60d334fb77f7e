import { keyText, type CallRow } from '#records/calls.server.ts';
import type { TrailRow } from '#records/trails.server.ts';
import type { IncomingCall } from './decide.ts';
import { Strangers } from './resolve.server.ts';

/** More calls, or trails of a log, than this are not kept in mind: some hundred bytes each. */
const mostKept = 100_000;

/**
 * What a dry run would have stored so far. Without it each batch would be judged as if it were the first: a call that
 * comes again further down would count as new twice.
 */
export class DryRun {
	/** Names that nobody knows yet, the same through all batches. */
	readonly strangers = new Strangers();
	private readonly calls = new Map<string, CallRow>();
	private readonly trails = new Map<string, TrailRow>();
	/** There was more than could be kept in mind. */
	isInexact = false;

	/** The stored calls among the incoming ones, as they would be by now. */
	withCalls(stored: Map<string, CallRow>, incoming: IncomingCall[]): Map<string, CallRow> {
		for (const call of incoming) {
			const key = keyText(call);
			const kept = this.calls.get(key);
			if (kept) stored.set(key, kept);
		}
		return stored;
	}

	keepCalls(rows: CallRow[]): void {
		for (const row of rows) this.keep(this.calls, keyText(row), row);
	}

	/** The stored trails of these names (and with `unended` all that a restart may end), as they would be by now. */
	withTrails(stored: TrailRow[], names: Set<string>, unended: boolean): TrailRow[] {
		const kept = unended
			? [...this.trails.values()].filter((row) => row.unended || names.has(row.trail))
			: [...names].flatMap((name) => this.trails.get(name) ?? []);
		return [...stored.filter(({ trail }) => !this.trails.has(trail)), ...kept];
	}

	keepTrails(rows: TrailRow[]): void {
		for (const row of rows) this.keep(this.trails, row.trail, row);
	}

	private keep<T>(kept: Map<string, T>, key: string, value: T): void {
		if (kept.size < mostKept || kept.has(key)) kept.set(key, value);
		else this.isInexact = true;
	}
}
