/**
 * How fast a queue is worked off. Besides the count of answers in a window there is what agents / talk time would give,
 * and how much of that came true in the long run (less where agents have work after a call or take breaks).
 * A plain object, replaced and never changed.
 */
export interface Drain {
	at: number;
	/** Answers to callers who had waited, in the window. */
	answers: number;
	/** Time in which somebody waited, in the window. */
	queueSeconds: number;
	/** Agents at work while somebody waited, mean over the window; null before the first queue. */
	agents: number | null;
	/** The long run: answers, and how many agents / talk time promised. */
	longAnswers: number;
	longPromised: number;
}

/** What holds between two events. */
export interface Floor {
	waiting: number;
	/** Agents who talk. */
	talking: number;
	/** Agents on duty, where that is known. */
	staffed: number | null;
	/** Mean length of a talk; null before the first has ended. */
	talkSeconds: number | null;
}

/** Staff changes by the half hour: a window of 15 minutes has seen the present one and holds enough answers. */
const windowSeconds = 900;
/** One day with a queue all the time: habits of a team, not of an hour. */
const longSeconds = 86_400;
/** The prior weighs as much as this many answers seen, whose rate has a standard error of 1 / sqrt(8), about a third. */
const priorAnswers = 8;
/** So many answers as promised are taken as seen at the start. */
const trust = 5;

export function emptyDrain(at: number): Drain {
	return { at, answers: 0, queueSeconds: 0, agents: null, longAnswers: 0, longPromised: 0 };
}

/** The drain at a later instant, the floor having been the same since. */
export function drainAt(drain: Drain, at: number, floor: Floor): Drain {
	const seconds = (at - drain.at) / 1000;
	if (seconds <= 0) return drain;
	const keep = Math.exp(-seconds / windowSeconds);
	const faded = { ...drain, at, answers: drain.answers * keep, queueSeconds: drain.queueSeconds * keep };
	if (floor.waiting === 0) return faded;
	const keepLong = Math.exp(-seconds / longSeconds);
	const agents = drain.agents ?? floor.talking;
	return {
		...faded,
		queueSeconds: faded.queueSeconds + windowSeconds * (1 - keep),
		agents: floor.talking + (agents - floor.talking) * keep,
		longAnswers: drain.longAnswers * keepLong,
		longPromised: drain.longPromised * keepLong + seconds * promised(drain, floor)
	};
}

/** After an answer to somebody who had waited. */
export function drained(drain: Drain): Drain {
	return { ...drain, answers: drain.answers + 1, longAnswers: drain.longAnswers + 1 };
}

/** Answers a second while somebody waits; 0 where nothing tells of any agent. */
export function drainRate(drain: Drain, floor: Floor): number {
	const cameTrue = (drain.longAnswers + trust) / (drain.longPromised + trust);
	const prior = promised(drain, floor) * cameTrue;
	if (prior === 0) return 0;
	return (priorAnswers + drain.answers) / (priorAnswers / prior + drain.queueSeconds);
}

/** Who waits, waits because all agents are at work; some of them are between two talks at this instant. */
function promised(drain: Drain, { talking, staffed, talkSeconds }: Floor): number {
	if (talkSeconds === null) return 0;
	return (staffed ?? Math.max(talking, drain.agents ?? 0)) / Math.max(1, talkSeconds);
}
