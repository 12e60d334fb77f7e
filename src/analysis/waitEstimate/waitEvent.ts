/**
 * What happens in one queue, as its wait estimate is told of it, in order of time. `id` names the call. Instants in ms.
 * `left`: gone without an answer, by the caller's own will or sent away by the line (overflow, callback, voicemail).
 * `finished`: the agent has hung up. `staffed`: how many agents are on duty from now on, where that is known; null: no
 * longer known.
 */
export type WaitEvent =
	| { kind: 'enqueued'; at: number; id: string; priority: number | null }
	| { kind: 'answered'; at: number; id: string }
	| { kind: 'left'; at: number; id: string; by: 'caller' | 'line' }
	| { kind: 'finished'; at: number; id: string }
	| { kind: 'staffed'; at: number; agents: number | null };

/** Somebody in the queue, or who was. */
export interface Caller {
	id: string;
	enqueuedAt: number;
	/** Higher is served first. */
	priority: number;
}
