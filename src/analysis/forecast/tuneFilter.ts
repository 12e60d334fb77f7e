import { commonTerms, type DayTerms, type Terms } from './dayTerms.ts';
import { LevelFilter, type Restlessness } from './levelFilter.ts';

/** The log of a day's calls that was seen, and the variance that counting gives it. */
export interface SeenDay {
	day: number;
	/** Days of the line since the one before. */
	nights: number;
	logCalls: number;
	noise: number;
}

/** What lines are like before one is known: swings of 6 %, days of 6 %, a level that moves by 1 % a day. */
export const usualRestlessness: Restlessness = {
	level: 1e-4,
	swing: 4e-3,
	memory: 0.7,
	slope: 0,
	day: 4e-3,
	course: 2.5e-3
};

/** Neighbours differ by a factor of about 4: finer steps change no forecast that one could see. */
const steps: Record<keyof Restlessness, readonly number[]> = {
	day: [2.5e-4, 1e-3, 4e-3, 1.6e-2, 6.4e-2],
	swing: [2.5e-4, 1e-3, 4e-3, 1.6e-2, 6.4e-2],
	level: [1e-6, 6e-6, 2.5e-5, 1e-4, 4e-4, 1.6e-3, 6.4e-3, 2.5e-2],
	course: [1e-4, 6e-4, 2.5e-3, 1e-2],
	memory: [0.3, 0.5, 0.7, 0.85],
	slope: [0, 4e-6, 4e-5, 4e-4]
};
const order: (keyof Restlessness)[] = ['level', 'slope', 'day', 'swing', 'course', 'memory'];
const stepCost = 1.5;
/** The first days only find the level. */
const settlingDays = 5;
/** More than so many days say little more about restlessness, and a line changes. */
const tunedDays = 220;

/**
 * The restlessness under which the days so far were least surprising (one step ahead, as a Kalman filter gives it),
 * found by moving one number by one step at a time. Each step away from the usual must make up for more than a
 * day's surprise of one standard deviation, so few days move nothing.
 */
export function tuneFilter(terms: Terms, seen: readonly SeenDay[], start: number): Restlessness {
	const days = seen.slice(-tunedDays);
	const common = commonTerms(
		terms,
		days.map(({ day }) => day)
	);
	const taken = days.map((day) => ({ ...day, terms: common.of(day.day) }));
	const at = new Map(order.map((name) => [name, steps[name].indexOf(usualRestlessness[name])]));
	const chosen = () => restlessness(at);
	const tried = new Map<string, number>();
	const loss = () => {
		const key = [...at.values()].join(' ');
		const found = tried.get(key) ?? lossOf(common, taken, start, chosen()) + strangeness(at);
		tried.set(key, found);
		return found;
	};
	let best = loss();
	for (let moved = true, rounds = 0; moved && rounds < 8; rounds++) {
		moved = false;
		for (const name of order)
			for (const direction of [1, -1]) {
				const here = at.get(name) ?? 0;
				if (steps[name][here + direction] === undefined) continue;
				at.set(name, here + direction);
				const there = loss();
				if (there < best) {
					best = there;
					moved = true;
					break;
				}
				at.set(name, here);
			}
	}
	return chosen();
}

function lossOf(
	{ terms }: Terms,
	seen: readonly (SeenDay & { terms: DayTerms })[],
	start: number,
	rest: Restlessness
): number {
	const filter = new LevelFilter(terms, start, rest);
	seen.forEach(({ terms: own, nights, logCalls, noise }, i) => {
		for (let night = i === 0 ? 0 : nights; night > 0; night--) filter.step();
		filter.learn(own, logCalls, noise);
		if (i + 1 === settlingDays) filter.loss = 0;
	});
	return seen.length <= settlingDays ? 0 : filter.loss;
}

function restlessness(at: ReadonlyMap<keyof Restlessness, number>): Restlessness {
	const of = (name: keyof Restlessness) => steps[name][at.get(name) ?? 0] ?? usualRestlessness[name];
	return {
		day: of('day'),
		swing: of('swing'),
		level: of('level'),
		course: of('course'),
		memory: of('memory'),
		slope: of('slope')
	};
}

function strangeness(at: ReadonlyMap<keyof Restlessness, number>): number {
	return order.reduce((total, name) => {
		const away = (at.get(name) ?? 0) - steps[name].indexOf(usualRestlessness[name]);
		return total + stepCost * Math.abs(away);
	}, 0);
}
