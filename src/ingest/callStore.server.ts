import type { TransactionSql } from 'postgres';
import { findCalls, type StoredCall } from '#records/calls.server.ts';
import { isTakenKey, keepsCallKeys, takeCallKeys } from '#records/cluster/callKeys.server.ts';
import { CallCopy } from '#records/copyCalls.server.ts';
import { lockQueues } from '#records/lockQueues.server.ts';
import type { Statements } from '#records/statements.ts';
import { applyChanges, readyChanges } from '#rollups/applyChanges.server.ts';
import { RollupChanges, type RollupChange } from '#rollups/changes.ts';
import { spanOf } from '#rollups/levels.ts';
import { markRepeats, type RepeatChange } from '#rollups/repeats.server.ts';
import { decide, type IncomingCall, type Status } from './decide.ts';
import { decideAll, type Decide, type Decision } from './decideAll.ts';
import { areApart, type ReadyCalls } from './readyCalls.server.ts';
import { ChangedMeanwhile, copyFrom, storeAnew, storeDecision } from './storeDecision.server.ts';

export type Transaction = TransactionSql<{ bigint: number }>;

/** Of a deletion of a call that nobody knew: no queue has this id. */
const noQueue = 0;

interface Part extends ReadyCalls {
	/** What its calls come to; of those that are on their way to the database, unless it finds that some are stored. */
	decision: Decision | null;
}

type ReadyPart = Part & { ahead: Decision<StoredCall> };

interface Copying {
	copy: CallCopy;
	parts: ReadyPart[];
	/** False: some key was stored already, and nothing of it is. */
	done: Promise<boolean>;
}

/**
 * Stores calls, bit by bit, and what they change of every figure, within one transaction. Nothing is read and written
 * on hope: the queues' locks are held from the beginning until the commit, so old sums less new sums is what the
 * rollups change by.
 */
export class CallStore {
	private readonly parts: Part[] = [];
	private copying: Copying | null = null;
	/** Few calls that are being stored, while what they change of the figures is sent behind them. */
	private storing: Promise<void> = Promise.resolve();
	private readonly locked: Set<number>;
	private readonly opening: Promise<Opened>;

	/** Begins to take the queues' locks: statements that are sent from now on run when they are held. */
	constructor(
		private readonly sql: Transaction,
		queueIds: Iterable<number>,
		private readonly decideOne: Decide = decide
	) {
		this.locked = new Set(queueIds);
		this.opening = open(sql, [...this.locked]);
		// Awaited by whatever comes next; until then nobody else looks at a failure.
		this.opening.catch(() => undefined);
	}

	/** Whether the locks that these calls need are held. */
	covers(incoming: IncomingCall[]): boolean {
		return incoming.every(({ queueId }) => this.locked.has(queueId));
	}

	/** Stores calls, or begins to, so that more can be made ready meanwhile. Throws UnlockedQueues. */
	async add({ incoming, ahead }: ReadyCalls): Promise<void> {
		await this.storing;
		if (!ahead) {
			const part: Part = { incoming, ahead, decision: null };
			this.parts.push(part);
			await this.endCopy();
			return this.storePart(part);
		}
		const part: ReadyPart = { incoming, ahead, decision: ahead };
		this.parts.push(part);
		if (ahead.replaced.length === 0 && this.areNew(ahead)) return this.copyPart(part);
		await this.endCopy();
		await this.storeReady(part);
	}

	/** Resolves when the database waits for more. */
	async idle(): Promise<void> {
		await this.copying?.copy.idle();
	}

	/** Marks repeat callers and brings every figure up to date; what became of each record, in the order of `add`. */
	async finish(): Promise<Status[]> {
		const { zones } = await this.opening;
		const touched = () => this.decisions.flatMap((decision) => decision.touched);
		await this.idle();
		// Made while the database stores the last calls; they may yet come to something else.
		const early = this.copying && touched().length === 0 ? readyChanges(this.figures(zones, [])) : null;
		const isAsDecided = await this.endCopy();
		if (early && isAsDecided) await early(this.sql, this.storing);
		else {
			if (touched().length > 0) await this.storing;
			const marked = await markRepeats(this.sql, touched());
			await applyChanges(this.sql, this.figures(zones, marked), this.storing);
		}
		return this.decisions.flatMap(({ statuses }) => statuses);
	}

	private get decisions(): Decision[] {
		return this.parts.flatMap(({ decision }) => decision ?? []);
	}

	/** What changes of every figure. */
	private figures(zones: Opened['zones'], marked: RepeatChange[]): RollupChange[] {
		const all = new RollupChanges();
		for (const { changes } of this.decisions) all.join(changes);
		for (const call of marked) all.markRepeat(call);
		return all.rows((queueId, level, at) => {
			const zone = zones.get(queueId);
			if (zone === undefined) throw new Error(`queue ${queueId} has figures, yet it is not stored`);
			return spanOf(level, zone, at);
		});
	}

	/** Leaves the connection free for what comes after, also where storing has failed. */
	async close(): Promise<void> {
		this.copying?.copy.end();
		await this.copying?.done.catch(() => undefined);
		await this.storing.catch(() => undefined);
		// The driver keeps the first transaction that used a statement in memory for good.
		this.parts.length = 0;
		this.copying = null;
	}

	/** Whether none of the keys is among those that are being copied. */
	private areNew(ahead: Decision): boolean {
		return (this.copying?.parts ?? []).every((part) => areApart(ahead, part));
	}

	private copyPart(part: ReadyPart): void {
		this.copying ??= this.beginCopy();
		this.copying.parts.push(part);
		this.copying.copy.push(part.ahead.created);
	}

	private beginCopy(): Copying {
		const copy = new CallCopy();
		const parts: Copying['parts'] = [];
		const done = inSavepoint(this.sql, async (inner) => {
			await copy.run(inner);
			if (!(await this.opening).hasKeys) return;
			for (const { ahead } of parts) await takeCallKeys(inner, ahead.created);
		});
		// Awaited at the end; until then nobody else looks at a failure, which may come before the copy has begun.
		done.catch(() => copy.stop());
		return { copy, parts, done };
	}

	/** Whether all that was on its way is stored as it was decided; where not, it was stored otherwise. */
	private async endCopy(): Promise<boolean> {
		if (!this.copying) return true;
		const { copy, parts, done } = this.copying;
		copy.end();
		const stored = await done;
		this.copying = null;
		if (!stored) for (const part of parts) await this.storePart(part);
		return stored;
	}

	/** Stores what was decided without the locks, if that still holds. */
	private async storeReady(part: ReadyPart): Promise<void> {
		const { ahead } = part;
		const { hasKeys } = await this.opening;
		const stored =
			ahead.replaced.every(({ queueId }) => this.locked.has(queueId)) &&
			(await inSavepoint(this.sql, async (inner) => {
				if (hasKeys) await takeCallKeys(inner, ahead.created);
				await storeAnew(inner, ahead, { areSpread: hasKeys });
			}));
		if (!stored) await this.storePart(part);
	}

	/** Looks up what is known of the calls first. */
	private async storePart(part: Part): Promise<void> {
		const { sql } = this;
		const areFew = part.incoming.length < copyFrom;
		// Sent behind the locks without waiting for them: each turn to the database costs a live call its time.
		const [{ hasKeys }, known] = await Promise.all([
			this.opening,
			findCalls(sql, part.incoming, { prepare: areFew })
		]);
		const elsewhere = [...known.values()].flatMap(({ queueId }) =>
			queueId === noQueue || this.locked.has(queueId) ? [] : [queueId]
		);
		if (elsewhere.length > 0) throw new UnlockedQueues(elsewhere);
		const decision = decideAll(part.incoming, known, this.decideOne);
		if (hasKeys) await takeCallKeys(sql, decision.created);
		this.storing = storeDecision(sql, decision, { areSpread: hasKeys });
		this.storing.catch(() => undefined);
		if (!areFew) await this.storing;
		part.decision = decision;
	}
}

interface Opened {
	/** Of the queues, as they are under their locks. */
	zones: Map<number, string>;
	/** Whether calls' keys are kept apart from them. */
	hasKeys: boolean;
}

async function open(sql: Transaction, queueIds: number[]): Promise<Opened> {
	// Sent together; the second one runs when the locks are held.
	const [zones, hasKeys] = await Promise.all([
		lockQueues(sql, queueIds, { byKey: true }),
		keepsCallKeys(sql)
	]);
	return { zones, hasKeys };
}

/** A record belongs to a queue whose lock is not held yet: start over and take it in its place. */
export class UnlockedQueues extends Error {
	constructor(readonly queueIds: number[]) {
		super('calls lie in queues that are not locked');
	}
}

/** Runs what may meet calls that are not as they were expected to be; false, with nothing done, when it does. */
async function inSavepoint(sql: Transaction, work: (sql: Statements) => Promise<void>): Promise<boolean> {
	try {
		await sql.savepoint(work);
		return true;
	} catch (error) {
		if (isTakenKey(error) || error instanceof ChangedMeanwhile) return false;
		throw error;
	}
}
