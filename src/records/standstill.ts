interface StandstillOptions {
	/** While it stands still, so long is waited for an answer that may need no database. */
	graceMs?: number;
	/** So many that were given up may still wait for the database; who comes then is not asked for at all. */
	mostGivenUp?: number;
}

/** Whether the database takes what it is asked and answers nothing; and what is not to wait for it any longer then. */
export class Standstill {
	private on = false;
	private givenUp = 0;
	private readonly waiting = new Set<() => void>();
	private readonly graceMs: number;
	private readonly mostGivenUp: number;

	constructor({ graceMs = 500, mostGivenUp = 200 }: StandstillOptions = {}) {
		this.graceMs = graceMs;
		this.mostGivenUp = mostGivenUp;
	}

	get isOn(): boolean {
		return this.on;
	}

	begin(): void {
		this.on = true;
		for (const tell of [...this.waiting]) tell();
	}

	end(): void {
		this.on = false;
	}

	/**
	 * What `ask` comes to, or null where the database stands still and there is no answer.
	 * @param mayWait asked when the standstill begins: true for who waits for its end all the same
	 */
	async answer<T>(ask: () => Promise<T>, mayWait = () => false): Promise<T | null> {
		if (this.on && this.givenUp >= this.mostGivenUp) return null;
		const wasOn = this.on;
		const asked = ask();
		return new Promise((resolve, reject) => {
			const end = () => {
				this.waiting.delete(tell);
				clearTimeout(timer);
			};
			const giveUp = () => {
				end();
				this.givenUp++;
				// Whatever becomes of it, nobody waits for it any more.
				asked.catch(() => undefined).finally(() => this.givenUp--);
				resolve(null);
			};
			const tell = () => {
				if (!mayWait()) giveUp();
			};
			const timer = wasOn ? setTimeout(giveUp, this.graceMs) : undefined;
			this.waiting.add(tell);
			asked.finally(end).then(resolve, reject);
		});
	}
}
