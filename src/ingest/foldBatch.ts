import type { TrailRow } from '#records/trails.server.ts';
import type { Fold, Visit } from '#sources/source.ts';
import type { IncomingCall, Status } from './decide.ts';
import { goneRevision } from './decideFolded.ts';
import type { ResolvedEvents } from './resolve.server.ts';
import { Trail } from './trail.ts';

/** What a batch of events comes to. */
export interface FoldedBatch {
	/** Every call of the trails that have changed, as it is now. */
	incoming: IncomingCall[];
	/** What is to be kept of those trails. */
	rows: TrailRow[];
	/** What each event of the batch did, from what became of each of `incoming`; null: it concerns no call by itself. */
	statusesOfEvents: (statuses: Status[]) => (Status | null)[];
}

/**
 * Puts a batch of events to those that are known, and folds the trails that change.
 * @param stored the trails that the events are of, the one of the whole system (named ''), and where that one is to
 * change also all that have not ended
 * @param closed trails of which nothing new is taken
 */
export function foldBatch(
	{ sourceId, events }: ResolvedEvents,
	stored: TrailRow[],
	closed: Set<string>,
	{ fold, now }: { fold: Fold; now: number }
): FoldedBatch {
	const trails = new Map(
		stored.map((row) => [row.trail, new Trail(row.trail, row.queueId, row.events, fold)])
	);
	events.forEach((event, line) => {
		if (closed.has(event.trail)) return;
		let trail = trails.get(event.trail);
		if (!trail) trails.set(event.trail, (trail = new Trail(event.trail, event.queueId, null, fold)));
		trail.add(line, event);
	});
	const system = trails.get('');
	const restarts = system ? system.instants() : [];
	const restarted = (system?.newLines.length ?? 0) > 0;
	const unended = new Set(stored.filter((row) => restarted && row.unended).map((row) => row.trail));

	const batch: Pick<FoldedBatch, 'incoming' | 'rows'> = { incoming: [], rows: [] };
	const spans: { trail: Trail; from: number; to: number }[] = [];
	for (const trail of trails.values()) {
		if (trail.newLines.length === 0 && !unended.has(trail.name)) continue;
		const visits = trail.name === '' ? [] : fold(trail.list(), restarts);
		const from = batch.incoming.length;
		batch.incoming.push(...callsOf(trail, visits, sourceId));
		spans.push({ trail, from, to: batch.incoming.length });
		if (trail.newLines.length > 0) batch.rows.push(trail.row(visits, now));
	}
	return {
		...batch,
		statusesOfEvents(statuses) {
			const ofEvents = events.map(({ trail }): Status | null => (trail === '' ? null : 'unchanged'));
			for (const { trail, from, to } of spans) {
				const made = statuses.slice(from, to);
				const created = made.filter((status) => status === 'created').length;
				if (trail.name === '' || made.every((status) => status === 'unchanged')) continue;
				trail.newLines.forEach((line, i) => (ofEvents[line] = i < created ? 'created' : 'updated'));
			}
			return ofEvents;
		}
	};
}

/** The trail's visits as calls, and those taken back that it no longer makes. The first has the trail's name as its id. */
function callsOf(trail: Trail, visits: Visit[], sourceId: number): IncomingCall[] {
	const calls = visits.map((visit, i) => callOf(trail, visit, i, sourceId));
	for (let i = visits.length; i < trail.visitsBefore; i++) calls.push(gone(trail, i, sourceId));
	return calls;
}

function idOf(trail: Trail, place: number): string {
	return place === 0 ? trail.name : `${trail.name}/${place + 1}`;
}

function callOf(trail: Trail, visit: Visit, place: number, sourceId: number): IncomingCall {
	const { enqueuedAt, answeredAt, endedAt, outcome, agent, caller } = visit;
	const { talkSeconds, holdSeconds = null, wrapSeconds } = visit;
	return {
		sourceId,
		id: idOf(trail, place),
		queueId: trail.queueId,
		topicId: undefined,
		enqueuedAt,
		answeredAt,
		endedAt,
		outcome,
		agent,
		channel: 'voice',
		priority: undefined,
		talkSeconds,
		holdSeconds,
		wrapSeconds,
		caller,
		revision: 0
	};
}

function gone(trail: Trail, place: number, sourceId: number): IncomingCall {
	return {
		sourceId,
		id: idOf(trail, place),
		queueId: trail.queueId,
		topicId: undefined,
		enqueuedAt: 0,
		answeredAt: null,
		endedAt: null,
		outcome: 'deleted',
		agent: undefined,
		channel: 'voice',
		priority: undefined,
		talkSeconds: null,
		holdSeconds: null,
		wrapSeconds: null,
		caller: undefined,
		revision: goneRevision
	};
}
