/** What became of a request under a limit; the numbers go into its `RateLimit` headers. */
export interface Taken {
	allowed: boolean;
	/** Requests a minute that the limit lets through. */
	limit: number;
	/** Requests left at once. */
	remaining: number;
	/** Until at least one more is let through; 0 where some are left. */
	retrySeconds: number;
	/** Until as many as ever are let through at once. */
	resetSeconds: number;
}

interface Bucket {
	tokens: number;
	at: number;
}

const windowMs = 60_000;

/**
 * So many requests a minute for each who asks: a token bucket, so a burst may take the whole minute's worth at once and
 * what is used comes back evenly. Who has not asked for a minute is forgotten, and so is the oldest where too many ask.
 */
export class RateLimit {
	private readonly buckets = new Map<string, Bucket>();

	constructor(
		readonly perMinute: number,
		private readonly mostBuckets = 50_000
	) {}

	/** Takes one request of `who` at `now` (ms); with `cost` 0 only looks. */
	take(who: string, now: number, cost = 1): Taken {
		const known = this.buckets.get(who);
		const gained = known ? ((now - known.at) * this.perMinute) / windowMs : 0;
		const before = known ? Math.min(this.perMinute, known.tokens + Math.max(0, gained)) : this.perMinute;
		const allowed = before >= 1;
		const tokens = allowed ? before - cost : before;
		if (cost > 0 || known) this.keep(who, { tokens, at: now });
		const seconds = (missing: number) => Math.ceil((missing * windowMs) / this.perMinute / 1000);
		return {
			allowed,
			limit: this.perMinute,
			remaining: Math.max(0, Math.floor(tokens)),
			retrySeconds: tokens >= 1 ? 0 : Math.max(1, seconds(1 - tokens)),
			resetSeconds: seconds(this.perMinute - tokens)
		};
	}

	get size(): number {
		return this.buckets.size;
	}

	private keep(who: string, bucket: Bucket): void {
		// Moved to the end: those at the beginning have not asked for longest.
		this.buckets.delete(who);
		this.buckets.set(who, bucket);
		for (const [oldest, { at }] of this.buckets) {
			if (this.buckets.size <= this.mostBuckets && bucket.at - at < windowMs) break;
			this.buckets.delete(oldest);
		}
	}
}
