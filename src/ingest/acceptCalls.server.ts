import { setImmediate } from 'node:timers/promises';
import type { Settings } from '#model/settings.ts';
import type { Database } from '#records/database.server.ts';
import { measures } from '#records/measures.server.ts';
import { RejectKeeper } from '#records/keepRejects.server.ts';
import {
	UnreadableBody,
	type EventItem,
	type MixedSource,
	type Source,
	type SourceItem
} from '#sources/source.ts';
import { count, counted, measure, type Answer } from './answer.server.ts';
import { Batch } from './batch.ts';
import { checkEncoding, type Body } from './body.ts';
import { BodyProblem } from './bodyProblem.ts';
import { bodyText } from './bodyText.server.ts';
import { chooseSource } from './chooseSource.ts';
import { tryCalls } from './commitCalls.server.ts';
import { tryEvents } from './commitEvents.server.ts';
import type { Status } from './decide.ts';
import { DryRun } from './dryRun.server.ts';
import { countArrivals } from './countArrivals.ts';
import { foreignCalls } from './foreignCalls.server.ts';
import { Intake } from './intake.ts';
import { Lane } from './lane.ts';
import { limits } from './limits.ts';
import { oldestByQueue } from './oldestByQueue.server.ts';
import { Names } from './resolve.server.ts';
import { UnderWay } from './underWay.ts';
import { mostBesideLive } from './waitingRoom.server.ts';
import { Writer } from './writer.server.ts';

export type { Answer, Body };

const idleMs = limits.idle_seconds * 1000;
const dayMs = 86_400_000;
/** What a slow sender has sent is stored after so long, as soon as it sends more. */
const batchMs = 1_000;

/** Characters; what is shorter is nobody's who sends much. */
const longPiece = 8 * 1024;

/** Of a plain stream so many batches may be with the database, or wait for it, while the next one is read. */
const partsUnderWay = 8;

interface Storing {
	answer: Answer;
	tried: DryRun | null;
	lane: Lane;
	/** Resolves when what came before is stored and counted. */
	before: Promise<void>;
}

/** Takes call records in: body → source → check → calls and figures in one transaction a batch → answer. */
export class Ingest {
	private readonly names: Names;
	private readonly writer: Writer;
	private readonly rejects: RejectKeeper;
	/** Bodies that are being read. */
	private reading = 0;
	/** What came in and is not written down yet (work/intake.server.ts). */
	readonly intake = new Intake();

	constructor(
		private readonly database: Pick<Database, 'sql' | 'db'>,
		private readonly settings: Pick<Settings, 'zone' | 'country' | 'retentionDays'> &
			Partial<Pick<Settings, 'callerKeyYearly'>>,
		/** Why nothing can be stored for now. */
		private readonly obstacle: () => BodyProblem | null = () => null
	) {
		this.names = new Names(database, settings);
		this.writer = new Writer(database, this.names);
		this.rejects = new RejectKeeper(database);
	}

	/**
	 * Reads a body to its end. Each batch is committed while the next one is read; by the time this answers, every
	 * accepted record is durable. Throws BodyProblem for a body that cannot be read; what was committed before stays.
	 */
	async accept(body: Body): Promise<Answer> {
		this.mustStore(body);
		if (this.reading >= limits.bodies_at_once)
			throw new BodyProblem(503, 'Busy', 'Too many bodies are being read already.', 2);
		const chosen = chooseSource(body.format, body.contentType, {
			zone: body.zone ?? this.settings.zone,
			queue: body.queue,
			fields: body.fields,
			csv: body.csv
		});
		const source = body.wrap ? body.wrap(chosen.source) : chosen.source;
		const { mostBytes } = chosen;
		const { charset } = body;
		const encoding = checkEncoding(body.contentEncoding);
		const { retentionDays } = this.settings;
		const parseLimits = {
			now: body.now,
			oldestAt: retentionDays === null ? null : body.now - retentionDays * dayMs,
			oldestOf: await oldestByQueue(this.database, body.now)
		};
		const answer: Answer = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, errors: [] };
		const tried = body.dryRun ? new DryRun() : null;
		// Where a batch is judged by what became of the one before, each waits for it.
		const isPlain = tried === null && body.allowedQueues === null && !('fold' in source);
		const lane = new Lane({ isOpen: isPlain });
		const underWay = new UnderWay(isPlain ? partsUnderWay : 1);
		let batch = new Batch(body, parseLimits, chosen);
		let begunAt = performance.now();
		let isFirst = true;
		const commit = () => {
			isFirst = false;
			const whole = batch;
			batch = new Batch(body, parseLimits, chosen);
			begunAt = performance.now();
			return underWay.add((before) => this.store(source, whole, body, { answer, tried, lane, before }));
		};
		const add = async (items: (SourceItem | EventItem)[]) => {
			const most = () => this.batchRecords(isPlain, isFirst);
			let room = most();
			for (const item of items) {
				batch.add(item);
				if (batch.size < room) continue;
				await commit();
				room = most();
			}
			if (batch.size > 0 && underWay.isEmpty && performance.now() - begunAt > batchMs) await commit();
		};
		measures.bodies.set(++this.reading);
		try {
			for await (const text of bodyText(body.stream, encoding, { idleMs, mostBytes, charset })) {
				const items = source.read(text);
				if (items.length > 0 || batch.size > 0) await add(items);
				// What comes fast is read on and on in one turn of the loop, while the database waits for its next word.
				if (text.length > longPiece) await setImmediate();
			}
			await add(source.end());
			this.writer.end(lane);
			await commit();
			body.whenRead?.();
		} catch (error) {
			if (error instanceof UnreadableBody) throw new BodyProblem(400, 'Body cannot be read', error.message);
			throw error;
		} finally {
			measures.bodies.set(--this.reading);
			this.writer.end(lane);
			await underWay.allDone();
		}
		return tried?.isInexact ? { ...answer, inexact: true } : answer;
	}

	/**
	 * How many records a batch takes: as many as pay where there is one stream, fewer where several share the memory or
	 * where calls that come one by one would stand behind it. Plain streams are stored in parts, so that the database
	 * has the first ones while the next are read; elsewhere only the first batch is small.
	 */
	private batchRecords(isPlain: boolean, isFirst: boolean): number {
		// Elsewhere each batch waits for the one before, so that small ones would take much longer.
		if (this.writer.isLively) return isPlain ? mostBesideLive : 4 * mostBesideLive;
		const share = (2 * limits.batch_records) / (1 + this.reading);
		if (isPlain) return Math.max(250, share / 4);
		return Math.max(1000, Math.min(share, isFirst ? limits.batch_records / 4 : limits.batch_records));
	}

	private async store(
		source: Source | MixedSource,
		batch: Batch,
		body: Body,
		{ answer, tried, lane, before }: Storing
	): Promise<void> {
		this.mustStore(body);
		if (body.allowedQueues !== null)
			batch.takeOut(await foreignCalls(this.database, this.names, batch.changes, body.allowedQueues));
		const isLog = 'fold' in source && batch.events.length > 0;
		const system = body.source ?? ('fold' in source ? source.system : '');
		const arrived = countArrivals(batch, { system, now: body.now });
		const ofLog = isLog ? await this.storeLog(batch, body, source, tried) : [];
		const ofCalls = batch.changes.length > 0 ? await this.storeCalls(batch, body, { tried, lane }) : [];
		await before;
		if (!tried) {
			await this.rejects.keep(batch.rejects);
			arrived(this.intake, { ofLog, ofCalls });
		}
		body.watch?.(batch);
		const stored = counted([ofLog, ofCalls]);
		if (!tried) measure(stored, batch.rejects);
		count(answer, stored, batch.rejects);
	}

	private mustStore({ dryRun }: Body): void {
		const problem = dryRun ? null : this.obstacle();
		if (problem) throw problem;
	}

	private async storeCalls(
		{ changes }: Batch,
		{ watch }: Body,
		{ tried, lane }: Pick<Storing, 'tried' | 'lane'>
	): Promise<(Status | null)[]> {
		// As they came they are of no use any more: ten thousand that live on until the commit keep the collector busy.
		const given = watch ? changes : changes.splice(0);
		if (!tried) return this.writer.write(given, lane);
		return tryCalls(this.database, await this.names.resolve(given, tried.strangers), tried);
	}

	private async storeLog(
		{ events }: Batch,
		{ now, source }: Body,
		{ fold, system }: MixedSource,
		tried: DryRun | null
	): Promise<(Status | null)[]> {
		const log = { source: source ?? system, fold, events, now };
		if (!tried) return this.writer.writeLog(log);
		const resolved = await this.names.resolveEvents(log.source, events, tried.strangers);
		return tryEvents(this.database, resolved, tried, log);
	}
}
