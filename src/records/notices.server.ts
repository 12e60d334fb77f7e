import type { CallRow } from './calls.server.ts';
import type { Database } from './database.server.ts';
import type { StoredQueue } from './queues.server.ts';

/** What of a stored record those need who follow calls as they go. undefined: the record did not say. */
export type NoticedCall = Pick<
	CallRow,
	'sourceId' | 'id' | 'queueId' | 'enqueuedAt' | 'answeredAt' | 'endedAt' | 'outcome'
> & { priority: number | null | undefined };

/** What has been committed, for whoever keeps something of it in memory. */
export type Notice =
	/** Calls were stored or changed by this process. */
	| { kind: 'calls'; calls: readonly NoticedCall[] }
	/** Calls of these queues were stored by another process; null: of any. */
	| { kind: 'calls_elsewhere'; queueIds: number[] | null }
	/** A queue's settings are now these. */
	| { kind: 'queue'; stored: StoredQueue }
	/** Another process has changed settings of queues. */
	| { kind: 'queues_elsewhere' }
	/** Calendars have changed. */
	| { kind: 'special_days' }
	/** What is said of a queue's time (null: of all queues') has changed. */
	| { kind: 'annotations'; queueId: number | null };

type Listener = (notice: Notice) => void;
type Connection = Pick<Database, 'sql'>;

const channel = 'offpeak';
/** Calls that are committed within so long are told to other processes together. */
const gatherMs = 500;
/** A message of PostgreSQL holds 8000 bytes; more queues than this are told as "any". */
const mostQueues = 500;

interface Post {
	listeners: Set<Listener>;
	queueIds: Set<number>;
	timer: NodeJS.Timeout | null;
}

const posts = new WeakMap<Connection['sql'], Post>();
/** So that a process does not take its own messages for news. */
const sender = Math.random().toString(36).slice(2);

/** Follows what is committed through this database from now on; gives what ends it. */
export function onNotice(database: Connection, listener: Listener): () => void {
	const { listeners } = postOf(database);
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** Tells this process at once, and the others soon. To be called after the commit. */
export function tell(database: Connection, notice: Notice): void {
	const post = postOf(database);
	for (const listener of post.listeners) listener(notice);
	if (notice.kind === 'calls') gather(database, post, notice.calls);
	else if (notice.kind === 'queue') send(database, { queues: true });
	else if (notice.kind === 'special_days') send(database, { days: true });
	else if (notice.kind === 'annotations') send(database, { annotations: notice.queueId });
}

/**
 * Hears what other processes tell, until the database is closed. After a broken connection everything may have
 * changed, and that is what listeners are told.
 */
export async function hearOthers(database: Connection): Promise<void> {
	const { listeners } = postOf(database);
	const pass = (notice: Notice) => {
		for (const listener of listeners) listener(notice);
	};
	let connected = false;
	await database.sql.listen(
		channel,
		(text) => {
			const message = read(text);
			if (message.from === sender) return;
			if (message.queues) pass({ kind: 'queues_elsewhere' });
			if (message.days) pass({ kind: 'special_days' });
			if (message.annotations !== undefined) pass({ kind: 'annotations', queueId: message.annotations });
			if (message.calls !== undefined) pass({ kind: 'calls_elsewhere', queueIds: message.calls });
		},
		() => {
			if (connected) {
				pass({ kind: 'queues_elsewhere' });
				pass({ kind: 'special_days' });
				pass({ kind: 'annotations', queueId: null });
				pass({ kind: 'calls_elsewhere', queueIds: null });
			}
			connected = true;
		}
	);
}

interface Message {
	from?: string;
	queues?: boolean;
	days?: boolean;
	annotations?: number | null;
	calls?: number[] | null;
}

function postOf({ sql }: Connection): Post {
	const known = posts.get(sql);
	if (known) return known;
	const post: Post = { listeners: new Set(), queueIds: new Set(), timer: null };
	posts.set(sql, post);
	return post;
}

function gather(database: Connection, post: Post, calls: readonly NoticedCall[]): void {
	for (const { queueId } of calls) post.queueIds.add(queueId);
	if (post.queueIds.size === 0) return;
	post.timer ??= setTimeout(() => {
		const ids = [...post.queueIds];
		post.timer = null;
		post.queueIds.clear();
		send(database, { calls: ids.length > mostQueues ? null : ids });
	}, gatherMs).unref();
}

function send({ sql }: Connection, message: Message): void {
	const text = JSON.stringify({ from: sender, ...message });
	sql`select pg_notify(${channel}, ${text})`.catch((error: unknown) => {
		if (!isClosing(error)) console.error('Other processes were not told of a change:', error);
	});
}

function isClosing(error: unknown): boolean {
	return (
		error instanceof Error && 'code' in error && /^CONNECTION_(ENDED|DESTROYED)$/.test(String(error.code))
	);
}

/** Messages of other versions of this product, or of anybody, are no reason to fail. */
function read(text: string): Message {
	try {
		const message: unknown = JSON.parse(text);
		return typeof message === 'object' && message !== null ? message : {};
	} catch {
		return {};
	}
}
