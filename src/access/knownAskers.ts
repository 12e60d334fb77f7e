/** Who was let in lately, so that whoever only makes up keys has no line of his own (turns.ts). */
export class KnownAskers {
	private readonly seenAt = new Map<string, number>();

	constructor(
		private readonly lastingMs = 600_000,
		private readonly most = 10_000
	) {}

	/** He was let in at `now` (ms). */
	see(asker: string, now: number): void {
		// Moved to the end: those at the beginning have not been seen for longest.
		this.seenAt.delete(asker);
		this.seenAt.set(asker, now);
		for (const [oldest, at] of this.seenAt) {
			if (this.seenAt.size <= this.most && now - at < this.lastingMs) break;
			this.seenAt.delete(oldest);
		}
	}

	knows(asker: string, now: number): boolean {
		const at = this.seenAt.get(asker);
		return at !== undefined && now - at < this.lastingMs;
	}

	get size(): number {
		return this.seenAt.size;
	}
}
