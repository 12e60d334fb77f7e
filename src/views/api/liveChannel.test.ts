import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadRow } from '#rollups/loadRow.ts';
import { emptyTally } from '#rollups/tally.ts';
import type { Live } from './live.ts';
import { LiveChannel, type LiveListener } from './liveChannel.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const decoder = new TextDecoder();

function listener() {
	const heard: number[] = [];
	const failed: unknown[] = [];
	const own: LiveListener = {
		tell: (message) => {
			const waiting = /"waiting":(\d+)/.exec(decoder.decode(message))?.[1];
			heard.push(Number(waiting));
		},
		fail: (error) => failed.push(error)
	};
	return { ...own, heard, failed };
}

/** A queue whose number of waiting callers is set by hand. */
class Line {
	/** Whether each reading was to be a new one. */
	readonly reads: boolean[] = [];
	answer = (live: Live): Promise<Live> => Promise.resolve(live);
	private waiting = 0;
	private changed: (() => void) | null = null;
	readonly channel = new LiveChannel({
		read: ({ anew }) => {
			this.reads.push(anew);
			const as_of = new Date(performance.now()).toISOString();
			return this.answer({ ...still, as_of, waiting: this.waiting });
		},
		onChange: (changed) => {
			this.changed = changed;
			return () => (this.changed = null);
		}
	});

	get isFollowed(): boolean {
		return this.changed !== null;
	}

	becomes(waiting: number): void {
		this.waiting = waiting;
		this.changed?.();
	}
}

const level = { threshold_seconds: 20, target: 0.8, formula: 'strict', short_abandon_seconds: 5 } as const;
const noCalls = loadRow(emptyTally(), level, 'UTC', { startAt: 0, endAt: 900_000 });
const still: Live = {
	as_of: '',
	feed: 'live',
	waiting: 0,
	longest_wait_seconds: null,
	talking: 0,
	today: noCalls,
	last_quarter_hour: noCalls,
	typical: null,
	estimated_wait_seconds: null
};

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('whoever joins is told at once, and all of a change by one reading, at most once a second', async () => {
	const queue = new Line();
	const [a, b] = [listener(), listener()];
	queue.channel.follow(a);
	await pass(0);
	queue.becomes(1);
	await pass(0);
	expect(a.heard).toEqual([0, 1]);
	queue.becomes(2);
	await pass(300);
	queue.channel.follow(b);
	await pass(0);
	expect(b.heard).toEqual([2]);
	queue.becomes(3);
	await pass(699);
	expect(a.heard).toEqual([0, 1]);
	await pass(1);
	expect([a.heard, b.heard]).toEqual([
		[0, 1, 3],
		[2, 3]
	]);
	expect(queue.reads).toEqual([false, true, false, true]);
});

test('where nothing has changed nothing is told, though it is looked at', async () => {
	const queue = new Line();
	const a = listener();
	queue.channel.follow(a);
	await pass(25_000);
	expect([a.heard, queue.reads]).toEqual([[0], [false, true, true]]);
});

test('what was read before is not told after what was read later', async () => {
	const queue = new Line();
	const a = listener();
	let late: () => void = () => {};
	const answer = queue.answer;
	queue.answer = (live) => new Promise((resolve) => (late = () => resolve(live)));
	queue.channel.follow(a);
	queue.answer = answer;
	queue.becomes(5);
	await pass(0);
	late();
	await pass(0);
	expect(a.heard).toEqual([5]);
});

test('who has left is told nothing, and nobody looks at a queue that nobody follows', async () => {
	const queue = new Line();
	const [a, b] = [listener(), listener()];
	const ends = [queue.channel.follow(a), queue.channel.follow(b)];
	await pass(0);
	ends[0]?.();
	queue.becomes(1);
	await pass(0);
	expect([a.heard, b.heard]).toEqual([[0], [0, 1]]);
	ends[1]?.();
	expect(queue.isFollowed).toBe(false);
	await pass(30_000);
	expect(queue.reads.length).toBe(3);
});

test('a failure ends it for all who follow', async () => {
	const queue = new Line();
	const [a, b] = [listener(), listener()];
	queue.channel.follow(a);
	queue.channel.follow(b);
	await pass(0);
	const gone = new Error('gone');
	queue.answer = () => Promise.reject(gone);
	queue.becomes(1);
	await pass(0);
	expect([a.failed, b.failed]).toEqual([[gone], [gone]]);
});
