import type { Outcome } from '#model/call.ts';
import { outcomeOf, shapeOf, shiftOf } from './asteriskEvents.ts';
import { cellAt, placesOf, wholeSeconds } from './asteriskLine.ts';
import type { Placed } from './nearest.ts';
import type { KeptEvent } from './source.ts';

/** All that is known of one trail, each in the order of time. Seconds since 1970, and whole seconds. */
export interface KeptQueueLog {
	entries: Entry[];
	connects: Connect[];
	completes: Complete[];
	leaves: Leave[];
	wraps: { at: number; seconds: number }[];
}

export interface Entry extends Placed {
	caller: string | null;
}

export interface Connect extends Placed {
	agent: string | null;
	hold: number;
}

export interface Complete extends Connect {
	talk: number;
}

export interface Leave {
	at: number;
	outcome: Outcome;
	/** How long the caller had waited; null where the event does not say. */
	wait: number | null;
}

/** The events as they were kept: epoch|agent|EVENT|parameters. */
export function readKept(events: KeptEvent[]): KeptQueueLog {
	const log: KeptQueueLog = { entries: [], connects: [], completes: [], leaves: [], wraps: [] };
	// One order for every order in which they may have come.
	const sorted = [...events].sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0));
	for (const event of sorted) read(event, log);
	for (const list of [log.entries, log.connects, log.completes, log.leaves, log.wraps])
		list.sort((a: { at: number }, b: { at: number }) => a.at - b.at);
	return log;
}

function read({ content, caller }: KeptEvent, log: KeptQueueLog): void {
	const { at, agent, event, parameters } = columnsOf(content);
	const shape = shapeOf(event);
	if (shape === undefined) return;
	const shift = shiftOf(event, parameters);
	const [first = null, second = null] = placesOf(shape, parameters).map((place) =>
		wholeSeconds(cellAt(parameters, place + shift))
	);
	const taken = false;
	if (shape.kind === 'enter') log.entries.push({ at, caller, taken });
	else if (shape.kind === 'connect') log.connects.push({ at, agent, hold: first ?? 0, taken });
	else if (shape.kind === 'complete')
		log.completes.push({ at, agent, hold: first ?? 0, talk: second ?? 0, taken });
	else if (shape.kind === 'leave')
		log.leaves.push({ at, outcome: outcomeOf(event, shape.outcome, cellAt(parameters, 3)), wait: first });
	else if (shape.kind === 'wrap') log.wraps.push({ at, seconds: first ?? 0 });
}

/** The name of an agent may hold `|`; the event is the first word after it that is one. */
function columnsOf(content: string) {
	const cells = content.split('|');
	const place = cells.findIndex((cell, i) => i >= 2 && shapeOf(cell) !== undefined);
	const agent = cells.slice(1, place).join('|').slice(0, 200).toWellFormed();
	return {
		at: Number(cells[0]),
		agent: agent === '' || /(^|\|)NONE$/.test(agent) ? null : agent,
		event: cells[place] ?? '',
		parameters: cells.slice(place + 1).join('|')
	};
}
