import type { Live } from './live.ts';

export interface LiveListener {
	/** Takes one message of the stream. */
	tell: (message: Uint8Array) => void;
	/** Nothing more can be told. */
	fail: (error: unknown) => void;
}

interface Source {
	/** The queue as it is; `anew` where it has changed since it was read. */
	read: (options: { anew: boolean }) => Promise<Live>;
	/** Calls back when the queue may have changed; gives what ends that. */
	onChange: (changed: () => void) => () => void;
}

interface Told {
	/** Of two readings the later one has the higher number, whichever comes first. */
	number: number;
	/** Another text whenever there is news. */
	news: string;
	message: Uint8Array;
}

/** For changes the queue is read no more than once in so long. */
const atMostMs = 1_000;
/** Estimates and typical figures move with the clock too. */
const lookMs = 10_000;
const encoder = new TextEncoder();

/** One queue as it goes, read and written down once for however many follow it. */
export class LiveChannel {
	/** Each with what it was told last. */
	private readonly listeners = new Map<LiveListener, Pick<Told, 'number' | 'news'>>();
	private readings = 0;
	private lastAt = -Infinity;
	private next: NodeJS.Timeout | null = null;
	private rest = () => {};

	constructor(private readonly source: Source) {}

	/** Tells at once how it is, and then of each change; gives what ends that. */
	follow(listener: LiveListener): () => void {
		if (this.listeners.size === 0) this.wake();
		this.listeners.set(listener, { number: 0, news: '' });
		this.read({ anew: false }).then((told) => this.tell(listener, told), listener.fail);
		return () => {
			if (this.listeners.delete(listener) && this.listeners.size === 0) this.rest();
		};
	}

	private wake(): void {
		const endChanges = this.source.onChange(() => this.soon());
		const looks = setInterval(() => this.soon(), lookMs).unref();
		this.rest = () => {
			endChanges();
			clearInterval(looks);
			if (this.next) clearTimeout(this.next);
			this.next = null;
		};
	}

	private soon(): void {
		const waitMs = Math.max(0, this.lastAt + atMostMs - performance.now());
		this.next ??= setTimeout(() => void this.tellAll(), waitMs).unref();
	}

	private async tellAll(): Promise<void> {
		this.next = null;
		this.lastAt = performance.now();
		try {
			const told = await this.read({ anew: true });
			for (const listener of this.listeners.keys()) this.tell(listener, told);
		} catch (error) {
			for (const listener of [...this.listeners.keys()]) listener.fail(error);
		}
	}

	private async read(options: { anew: boolean }): Promise<Told> {
		const number = ++this.readings;
		const live = await this.source.read(options);
		const { as_of: asOf, longest_wait_seconds: longest, ...rest } = live;
		// These two move with every second, and a reader can count on.
		const news = JSON.stringify([rest, longest === null]);
		const message = encoder.encode(`id: ${asOf}\ndata: ${JSON.stringify(live)}\n\n`);
		return { number, news, message };
	}

	private tell(listener: LiveListener, { number, news, message }: Told): void {
		const last = this.listeners.get(listener);
		if (!last || last.number > number) return;
		this.listeners.set(listener, { number, news });
		if (last.news !== news) listener.tell(message);
	}
}
