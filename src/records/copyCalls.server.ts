import { pipeline } from 'node:stream/promises';
import { BinaryRows } from './binaryRows.ts';
import type { CallRow } from './calls.server.ts';
import type { Statements } from './statements.ts';

/**
 * Stores calls whose keys are not stored yet, the fastest way the database has. A key that is stored after all fails
 * the whole statement with 23505 (unique_violation).
 */
export function copyCalls(sql: Statements, rows: CallRow[]): Promise<void> {
	const copy = new CallCopy();
	copy.push(rows);
	copy.end();
	return copy.run(sql);
}

/** The same for calls that come bit by bit: the database stores the first ones while the next ones are made ready. */
export class CallCopy {
	private readonly waiting: CallRow[][] = [];
	private ended = false;
	/** The statement has ended, or failed: nobody takes what is pushed from now on. */
	private isOver = false;
	private wake: () => void = () => {};
	private readonly idlers: (() => void)[] = [];
	private isIdle = false;

	push(rows: CallRow[]): void {
		if (this.isOver) return;
		this.waiting.push(rows);
		this.isIdle = false;
		this.wake();
	}

	/** No more come. */
	end(): void {
		this.ended = true;
		this.wake();
	}

	/** Resolves when all that was pushed is on its way to the database, or nothing more will be. */
	idle(): Promise<void> {
		return this.isIdle ? Promise.resolve() : new Promise((resolve) => this.idlers.push(resolve));
	}

	/** Runs the statement; resolves after `end`, when all are stored. The connection does nothing else meanwhile. */
	async run(sql: Statements): Promise<void> {
		const copy = sql`copy call (enqueued_at, answered_at, ended_at, revision, caller, queue_id, source_id, topic_id,
			priority, talk_seconds, hold_seconds, wrap_seconds, outcome, repeat, id, agent, channel)
			from stdin with (format binary)`;
		try {
			const stream = await copy.writable();
			// An error that comes after the last byte postgres.js tells only the query: the stream would wait for ever.
			const failed = new Promise<never>((_, reject) => Object.assign(copy, { reject }));
			await Promise.race([pipeline(this.pieces(), stream), failed]);
		} finally {
			this.stop();
		}
	}

	/** Nothing more will be on its way. */
	stop(): void {
		this.isOver = true;
		this.waiting.length = 0;
		this.end();
		this.beIdle();
	}

	private async *pieces(): AsyncGenerator<Buffer> {
		yield BinaryRows.head;
		for (;;) {
			const rows = this.waiting.shift();
			if (rows) yield* binaryPieces(rows);
			else if (this.ended) break;
			else {
				const more = new Promise<void>((resolve) => (this.wake = resolve));
				this.beIdle();
				await more;
			}
		}
		yield BinaryRows.tail;
	}

	private beIdle(): void {
		this.isIdle = true;
		for (const resolve of this.idlers.splice(0)) resolve();
	}
}

/** In pieces, so that the database stores the first rows while the next ones are made. */
function* binaryPieces(rows: CallRow[]): Generator<Buffer> {
	let piece = new BinaryRows(0);
	for (const row of rows) {
		const mostBytes = 200 + 3 * (row.id.length + (row.agent?.length ?? 0) + row.channel.length);
		if (!piece.hasRoomFor(mostBytes)) {
			yield piece.written();
			piece = new BinaryRows(mostBytes);
		}
		addRow(piece, row);
	}
	yield piece.written();
}

/** The columns in the order of `CallCopy`. */
function addRow(piece: BinaryRows, row: CallRow): void {
	piece.row(17);
	piece.instant(row.enqueuedAt);
	piece.instant(row.answeredAt);
	piece.instant(row.endedAt);
	piece.bigint(row.revision);
	piece.bigintText(row.caller);
	piece.int(row.queueId);
	piece.int(row.sourceId);
	piece.int(row.topicId);
	piece.int(row.priority);
	piece.int(row.talkSeconds);
	piece.int(row.holdSeconds);
	piece.int(row.wrapSeconds);
	piece.text(row.outcome);
	piece.boolean(row.repeat);
	piece.text(row.id);
	piece.text(row.agent);
	piece.text(row.channel);
}
