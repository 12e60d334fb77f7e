/** How often something failed lately, by who tried: slows down whoever guesses passwords. */
export class Attempts {
	private readonly failedAt = new Map<string, number[]>();

	/** So many failures within so many milliseconds are one too many. */
	constructor(
		private readonly most: number,
		private readonly withinMs: number
	) {}

	tooMany(who: string, now: number): boolean {
		return this.recent(who, now).length >= this.most;
	}

	failed(who: string, now: number): void {
		if (this.failedAt.size > 10_000) this.failedAt.clear();
		this.failedAt.set(who, [...this.recent(who, now), now]);
	}

	private recent(who: string, now: number): number[] {
		return (this.failedAt.get(who) ?? []).filter((at) => now - at < this.withinMs);
	}
}
