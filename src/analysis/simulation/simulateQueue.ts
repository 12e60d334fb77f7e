import type { Arrival, SimulatedCall } from './arrival.ts';
import { Coming } from './coming.ts';
import { Fifo } from './fifo.ts';
import { Floor } from './floor.ts';

export interface QueueSimulation<A extends Arrival> {
	/** In order of time; may be endless when `untilAt` is given. */
	arrivals: Iterable<A>;
	/** How many agents are on duty from an instant on, in order of time. */
	staff: Iterable<{ at: number; agents: number }>;
	/** Only what happens before it is simulated; who then waits is still `waiting`. Default: until all is over. */
	untilAt?: number;
	/** So many can wait; who comes then is rejected. Default: any number. */
	room?: number;
	/** How long to look for the wait that somebody who left would have had, ms. Default one hour. */
	followMs?: number;
	/** The same caller's next call after this one, answered or not; not before its `endedAt`. */
	again?: (call: SimulatedCall<A>) => A | null;
}

/**
 * One queue, event by event: arrivals and staff that change, any patience, any service time. Every arrival
 * comes out as one call, in order of arrival, as soon as its fate and that of all before it are known.
 * At one instant agents become free first, then the staff changes, then callers leave, then new ones come.
 */
export function* simulateQueue<A extends Arrival>(
	simulation: QueueSimulation<A>
): Generator<SimulatedCall<A>, void, undefined> {
	const { untilAt = Infinity, room = Infinity, followMs = 3_600_000, again } = simulation;
	const coming = new Coming(simulation.arrivals);
	const shifts = new Coming(simulation.staff);
	const onFate = (call: SimulatedCall<A>) => {
		const next = again?.(call);
		if (next) coming.add(next);
	};
	const floor = new Floor<A>({ room, followMs, onFate });
	const begun = new Fifo<SimulatedCall<A>>();
	const isKnown = ({ outcome, truth }: SimulatedCall<A>) =>
		outcome === 'rejected' || (outcome !== 'waiting' && truth.offeredWaitMs !== null);

	for (;;) {
		const now = Math.min(floor.freeAt, shifts.nextAt, floor.leaveAt, coming.nextAt);
		if (!(now < untilAt)) break;
		if (floor.freeAt === now) floor.free();
		else if (shifts.nextAt === now) floor.staff(shifts.take()?.agents ?? 0);
		else if (floor.leaveAt === now) floor.leave();
		else {
			const arrival = coming.take();
			if (arrival) begun.push(floor.arrive(arrival));
		}
		floor.serve(now);
		for (let call = begun.first; call; call = begun.first) {
			const isForgotten = call.outcome !== 'waiting' && !floor.isFollowed(call, now);
			if (!isKnown(call) && !isForgotten) break;
			begun.shift();
			yield call;
		}
	}
	for (let call = begun.shift(); call; call = begun.shift()) yield call;
}
