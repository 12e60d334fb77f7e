import { Agenda } from './agenda.ts';
import type { Arrival, SimulatedCall } from './arrival.ts';
import { Crew } from './crew.ts';
import { Line } from './line.ts';

interface Place<A extends Arrival> {
	/** When the caller will give up. */
	at: number;
	priority: number;
	waiting: boolean;
	call: SimulatedCall<A>;
}

export interface FloorRules<A extends Arrival> {
	/** So many can wait; who comes then is rejected. */
	room: number;
	/** How long to look for the wait that somebody who left would have had, ms. */
	followMs: number;
	/** Told of every call that is answered or leaves, at that instant. */
	onFate: (call: SimulatedCall<A>) => void;
}

/** The state of a queue between two events: who waits, who is busy. It never looks ahead. */
export class Floor<A extends Arrival> {
	#rules: FloorRules<A>;
	#crew = new Crew();
	#line = new Line<Place<A>>();
	#busy = new Agenda<{ at: number; agent: number }>();
	#leaving = new Agenda<Place<A>>();

	constructor(rules: FloorRules<A>) {
		this.#rules = rules;
	}

	/** When the next agent becomes free; Infinity when none is busy. */
	get freeAt(): number {
		return this.#busy.nextAt;
	}

	/** When the next caller gives up, or would have. */
	get leaveAt(): number {
		return this.#leaving.nextAt;
	}

	free(): void {
		const done = this.#busy.take();
		if (done) this.#crew.release(done.agent);
	}

	staff(agents: number): void {
		this.#crew.onDuty = agents;
	}

	leave(): void {
		const place = this.#leaving.take();
		if (!place?.waiting) return;
		this.#line.leave(place);
		this.#end(place.call, place.at, place.call.arrival.leaveAs);
	}

	arrive(arrival: A): SimulatedCall<A> {
		const { at, priority, leaveAfterMs } = arrival;
		const truth = { ahead: this.#line.ahead(priority), agents: this.#crew.onDuty, offeredWaitMs: null };
		const call: SimulatedCall<A> = {
			arrival,
			answeredAt: null,
			endedAt: null,
			outcome: 'waiting',
			agent: null,
			truth
		};
		const agent = this.#crew.take();
		if (agent !== undefined) this.#answer(call, agent, at);
		else if (this.#line.length >= this.#rules.room) this.#end(call, at, 'rejected');
		else {
			const place = { at: at + leaveAfterMs, priority, waiting: true, call };
			this.#line.join(place);
			if (leaveAfterMs < Infinity) this.#leaving.add(place);
		}
		return call;
	}

	/** Idle agents take who waits. To be called after every event, so that nobody waits beside an idle agent. */
	serve(now: number): void {
		const passed = ({ call }: Place<A>) => {
			if (this.isFollowed(call, now)) call.truth.offeredWaitMs = now - call.arrival.at;
		};
		while (this.#crew.ready) {
			const place = this.#line.next(passed);
			if (!place) return;
			const agent = this.#crew.take();
			if (agent !== undefined) this.#answer(place.call, agent, now);
		}
	}

	isFollowed(call: SimulatedCall<A>, now: number): boolean {
		return now - call.arrival.at < this.#rules.followMs;
	}

	#answer(call: SimulatedCall<A>, agent: number, now: number): void {
		const { at, serviceMs, wrapMs } = call.arrival;
		call.answeredAt = now;
		call.agent = agent;
		call.truth.offeredWaitMs = now - at;
		this.#busy.add({ at: now + serviceMs + wrapMs, agent });
		this.#end(call, now + serviceMs, 'answered');
	}

	#end(call: SimulatedCall<A>, endedAt: number, outcome: SimulatedCall<A>['outcome']): void {
		call.endedAt = endedAt;
		call.outcome = outcome;
		this.#rules.onFate(call);
	}
}
