const barWidth = 30;

/** Shows how far something is: a bar on a terminal, else a line at every tenth. */
export class Progress {
	private shownTenth = -1;
	private readonly startedAt = performance.now();

	constructor(
		private readonly out: NodeJS.WriteStream,
		private readonly totalBytes: number
	) {}

	show(bytes: number, words: string): void {
		const share = this.totalBytes === 0 ? 1 : Math.min(1, bytes / this.totalBytes);
		const percent = `${Math.floor(share * 100)} %`;
		if (this.out.isTTY) {
			const filled = Math.round(share * barWidth);
			const speed = bytes / 1e6 / ((performance.now() - this.startedAt) / 1000);
			const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
			this.out.write(`\r\x1b[K${bar} ${percent.padStart(5)}  ${speed.toFixed(1)} MB/s  ${words}`);
			return;
		}
		const tenth = Math.floor(share * 10);
		if (tenth === this.shownTenth) return;
		this.shownTenth = tenth;
		this.out.write(`${percent}  ${words}\n`);
	}

	/** A sentence between; the bar goes on below it. */
	say(sentence: string): void {
		this.out.write(this.out.isTTY ? `\r\x1b[K${sentence}\n` : `${sentence}\n`);
	}

	end(): void {
		if (this.out.isTTY) this.out.write('\r\x1b[K');
	}
}
