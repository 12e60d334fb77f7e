import { createHmac } from 'node:crypto';
import type { Call, CallChange } from '#model/call.ts';
import type { Settings } from '#model/settings.ts';
import type { Database } from '#records/database.server.ts';
import { knownSourceIds, knownTopicIds, sourceIds, topicIds } from '#records/names.server.ts';
import { createQueues, queueIds } from '#records/queues.server.ts';
import { callerKeys } from '#records/callerKeys.server.ts';
import type { CallEvent, KeptEvent } from '#sources/source.ts';
import type { IncomingCall } from './decide.ts';

/** What a log says, with its names as ids. */
export interface ResolvedEvents {
	sourceId: number;
	events: ResolvedEvent[];
}

export interface ResolvedEvent extends KeptEvent {
	/** Empty: it concerns all open calls of the source. */
	trail: string;
	queueId: number;
}

type NamedQueue = Pick<Call, 'queue' | 'queueName'>;

/** The queue of a deletion that names a queue nobody knows: no queue has this id. */
const noQueue = 0;
/** More names than this are not kept in memory. */
const mostNames = 50_000;

/**
 * Turns the names in records (queues, sources, topics) into ids, makes what is new, and hashes callers' numbers.
 * Names are never taken back, so what was once found stays right.
 */
export class Names {
	private readonly queues = new Map<string, number>();
	private readonly sources = new Map<string, number>();
	private readonly topics = new Map<string, number>();

	constructor(
		private readonly database: Pick<Database, 'sql' | 'db'>,
		private readonly defaults: Pick<Settings, 'zone' | 'country'> & Partial<Pick<Settings, 'callerKeyYearly'>>
	) {}

	/** @param strangers nothing new is made: unknown names get ids of theirs, that no stored call has */
	async resolve(changes: CallChange[], strangers: Strangers | null = null): Promise<IncomingCall[]> {
		const dryRun = strangers !== null;
		await this.learnQueues(changes, dryRun);
		await this.learnSources(unknown(this.sources, changes, sourceOf), dryRun);
		await learn(this.topics, unknown(this.topics, changes, topicOf), (names) =>
			(dryRun ? knownTopicIds : topicIds)(this.database, names)
		);
		const keyAt = await this.keys(instantsOf(changes));
		const others = strangers ?? new Strangers();
		return changes.map((change) => this.incoming(change, keyAt, others));
	}

	/** The same for what a log says about calls of one source; numbers of callers become their hashes. */
	async resolveEvents(
		source: string,
		events: CallEvent[],
		tried: Strangers | null = null
	): Promise<ResolvedEvents> {
		const dryRun = tried !== null;
		const named = events.map(queueOf);
		await this.learnQueues(
			named.flatMap((one) => (one === null ? [] : [one])),
			dryRun
		);
		await this.learnSources(new Set([source]), dryRun);
		const keyAt = await this.keys(events.map(({ sinceAt }) => sinceAt));
		const strangers = tried ?? new Strangers();
		return {
			sourceId: this.sources.get(source) ?? strangers.idOf(source),
			events: events.map(({ trail, content, caller, sinceAt }, i) => {
				const slug = named[i]?.queue;
				const queueId = slug === undefined ? noQueue : (this.queues.get(slug) ?? strangers.idOf(slug));
				const hash = caller === null ? null : callerHash(caller, keyAt(sinceAt));
				return { trail, queueId, content, caller: hash };
			})
		};
	}

	private keys(instants: Iterable<number>): Promise<(at: number) => Buffer> {
		return callerKeys(this.database, instants, { yearly: this.defaults.callerKeyYearly ?? false });
	}

	private async learnSources(asked: Set<string>, dryRun: boolean): Promise<void> {
		await learn(this.sources, asked, (names) => (dryRun ? knownSourceIds : sourceIds)(this.database, names));
	}

	private async learnQueues(changes: (NamedQueue | CallChange)[], dryRun: boolean): Promise<void> {
		const asked = unknown(this.queues, changes, ({ queue }) => queue);
		if (asked.size === 0) return;
		const names = new Map<string, string | null>();
		for (const change of changes) if ('queueName' in change) names.set(change.queue, change.queueName);
		await learn(this.queues, asked, async (slugs) => {
			const known = await queueIds(this.database, slugs);
			const strange = slugs.filter((slug) => !known.has(slug) && names.has(slug));
			if (dryRun || strange.length === 0) return known;
			const made = strange.map((slug) => ({ slug, name: names.get(slug) ?? null }));
			await createQueues(this.database, made, this.defaults);
			return queueIds(this.database, slugs);
		});
	}

	private incoming(change: CallChange, keyAt: (at: number) => Buffer, strangers: Strangers): IncomingCall {
		const sourceId = this.sources.get(change.source) ?? strangers.idOf(change.source);
		const queueId = (change.queue === null ? undefined : this.queues.get(change.queue)) ?? noQueue;
		const { id, revision } = change;
		if (isDeletion(change)) return deletion({ id, revision, sourceId, queueId });
		const { enqueuedAt, answeredAt, endedAt, outcome, agent, channel, priority } = change;
		const { talkSeconds, holdSeconds, wrapSeconds, topic } = change;
		return {
			sourceId,
			id,
			queueId,
			topicId: topic ? (this.topics.get(topic) ?? strangers.idOf(topic)) : topic === null ? null : undefined,
			enqueuedAt,
			answeredAt,
			endedAt,
			outcome,
			agent,
			channel,
			priority,
			talkSeconds,
			holdSeconds,
			wrapSeconds,
			caller: change.caller
				? callerHash(change.caller, keyAt(enqueuedAt))
				: change.caller === null
					? null
					: undefined,
			revision
		};
	}
}

/** A trail ends with its queue's slug. */
function queueOf({ trail, queue: name }: CallEvent): NamedQueue | null {
	if (trail === '') return null;
	const queue = trail.slice(trail.lastIndexOf('/') + 1);
	return { queue, queueName: name === queue ? null : name };
}

/** Ids of names that are not known and not to be made known: another one for each, that nothing stored has. */
export class Strangers {
	private readonly ids = new Map<string, number>();

	idOf(name: string): number {
		const id = this.ids.get(name) ?? -1 - this.ids.size;
		this.ids.set(name, id);
		return id;
	}
}

/** The names among the records' that are not known; hardly ever any, and this runs for every record. */
function unknown<T>(
	known: Map<string, number>,
	records: T[],
	nameOf: (record: T) => string | null | undefined
): Set<string> {
	// Those that are known are forgotten before the batch is looked at, and not in its middle.
	if (known.size > mostNames) known.clear();
	const names = new Set<string>();
	for (const record of records) {
		const name = nameOf(record);
		if (name && !known.has(name)) names.add(name);
	}
	return names;
}

/** Adds what is found of the names to those that are known. */
async function learn(
	known: Map<string, number>,
	asked: Set<string>,
	find: (names: string[]) => Promise<Map<string, number>>
): Promise<void> {
	if (asked.size === 0) return;
	// In one order for everybody: two who make the same names at once would wait for each other for ever.
	for (const [name, id] of await find([...asked].sort())) known.set(name, id);
}

/**
 * The caller's number as a keyed hash of 64 bits: the same number gives the same hash here and nowhere else, and the
 * number cannot be had back from it. Spaces, dots, dashes and brackets make no difference.
 */
export function callerHash(caller: string, secret: Buffer): string {
	const number = caller.replace(/[\s().-]/g, '');
	return createHmac('sha256', secret).update(number).digest().readBigInt64BE(0).toString();
}

function deletion(key: Pick<IncomingCall, 'id' | 'revision' | 'sourceId' | 'queueId'>): IncomingCall {
	return {
		...key,
		outcome: 'deleted',
		enqueuedAt: 0,
		answeredAt: null,
		endedAt: null,
		talkSeconds: null,
		holdSeconds: null,
		wrapSeconds: null,
		agent: undefined,
		topicId: undefined,
		priority: undefined,
		caller: undefined,
		channel: 'voice'
	};
}

function isDeletion(change: CallChange): change is Exclude<CallChange, Call> {
	return 'deleted' in change;
}

/** Asked for only where keys change with the years. */
function* instantsOf(changes: CallChange[]): Generator<number> {
	for (const change of changes) if (!isDeletion(change)) yield change.enqueuedAt;
}

function topicOf(change: CallChange): string | null | undefined {
	return isDeletion(change) ? null : change.topic;
}

function sourceOf(change: CallChange): string {
	return change.source;
}
