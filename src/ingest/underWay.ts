/** Pieces of work, so many at once, each begun in turn. What fails first is thrown to whoever adds or waits next. */
export class UnderWay {
	private readonly pieces = new Set<Promise<void>>();
	private last: Promise<void> = Promise.resolve();
	private failure: { error: unknown } | null = null;

	constructor(private readonly most: number) {}

	get isEmpty(): boolean {
		return this.pieces.size === 0;
	}

	/**
	 * Begins a piece as soon as there is room.
	 * @param start gets what resolves when those before are done
	 */
	async add(start: (before: Promise<void>) => Promise<void>): Promise<void> {
		await this.fewerThan(this.most);
		this.last = start(this.last);
		const piece = this.last.then(
			() => void this.pieces.delete(piece),
			(error: unknown) => {
				this.pieces.delete(piece);
				this.failure ??= { error };
			}
		);
		this.pieces.add(piece);
	}

	/** Resolves when nothing is under way any more. */
	allDone(): Promise<void> {
		return this.fewerThan(1);
	}

	private async fewerThan(most: number): Promise<void> {
		while (this.pieces.size >= most) await Promise.race(this.pieces);
		if (this.failure) throw this.failure.error;
	}
}
