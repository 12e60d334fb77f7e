import { Fifo } from './fifo.ts';

type Duty = 'off' | 'idle' | 'busy';

/**
 * The agents of a queue, numbered from 0; the first so many are on duty. Who has been idle longest
 * takes the next call. Whoever is taken off duty during a call finishes it first.
 */
export class Crew {
	#onDuty = 0;
	#duties: Duty[] = [];
	#idle = new Fifo<number>();

	get onDuty(): number {
		return this.#onDuty;
	}

	set onDuty(agents: number) {
		for (let agent = agents; agent < this.#onDuty; agent++)
			if (this.#duties[agent] === 'idle') this.#duties[agent] = 'off';
		for (let agent = this.#onDuty; agent < agents; agent++)
			if (this.#duties[agent] !== 'busy') this.#free(agent);
		this.#onDuty = agents;
	}

	/** Is anybody free to take a call? */
	get ready(): boolean {
		// Who was idle and has gone off duty since is still in the line of the idle.
		for (let agent = this.#idle.first; agent !== undefined; agent = this.#idle.first) {
			if (this.#duties[agent] === 'idle') return true;
			this.#idle.shift();
		}
		return false;
	}

	/** Makes the one who was idle longest busy; undefined when nobody is `ready`. */
	take(): number | undefined {
		const agent = this.ready ? this.#idle.shift() : undefined;
		if (agent !== undefined) this.#duties[agent] = 'busy';
		return agent;
	}

	release(agent: number): void {
		if (agent < this.#onDuty) this.#free(agent);
		else this.#duties[agent] = 'off';
	}

	#free(agent: number): void {
		this.#duties[agent] = 'idle';
		this.#idle.push(agent);
	}
}
