import type { Outcome } from '#model/call.ts';

/**
 * What the events of Asterisk's queue_log say, from `apps/app_queue.c` of 1.4 to 23 and, for the last ones, from
 * dialplans that write events of their own (QueueLog()). All durations are whole seconds.
 */
export type EventShape =
	/** Speaks of a call, yet changes nothing of it: an agent who did not answer has not answered. */
	| { kind: 'passing' }
	/** url, callerid, position (1.8 and later), name of the caller (20 and later, if wanted) */
	| { kind: 'enter' }
	/** An agent takes the call: holdtime, channel, ring time (1.6.2 and later). `seconds` are the places of durations. */
	| { kind: 'connect'; seconds: number[] }
	/** The talk is over, or goes on elsewhere. Places of holdtime and calltime. */
	| { kind: 'complete'; seconds: number[] }
	/** The call leaves the queue unanswered; place of the time it waited, which some versions leave out. */
	| { kind: 'leave'; outcome: Outcome; seconds: number[]; waitMayMiss: boolean }
	/** After-call work: seconds. */
	| { kind: 'wrap'; seconds: number[] }
	/** Asterisk was started: what was open is lost. */
	| { kind: 'restart' };

const leave = (outcome: Outcome, wait: number | null, waitMayMiss = false): EventShape => ({
	kind: 'leave',
	outcome,
	seconds: wait === null ? [] : [wait],
	waitMayMiss
});
const passing: EventShape = { kind: 'passing' };
const complete: EventShape = { kind: 'complete', seconds: [0, 1] };
const transfer: EventShape = { kind: 'complete', seconds: [2, 3] };
/** The queue did not take the call: no ENTERQUEUE comes before it. */
const refused = leave('rejected', null);

const shapes = new Map<string, EventShape>([
	['ENTERQUEUE', { kind: 'enter' }],
	['CONNECT', { kind: 'connect', seconds: [0] }],
	['COMPLETECALLER', complete],
	['COMPLETEAGENT', complete],
	['TRANSFER', transfer],
	['BLINDTRANSFER', transfer],
	// BRIDGE and APP; LINK has one more before them.
	['ATTENDEDTRANSFER', transfer],
	['ABANDON', leave('abandoned', 2)],
	['EXITWITHTIMEOUT', leave('timed_out', 2, true)],
	// Which key it was does not tell what the dialplan did next.
	['EXITWITHKEY', leave('overflowed', 3, true)],
	['EXITEMPTY', leave('overflowed', 2)],
	['WITHDRAW', leave('overflowed', 2)],
	// The call is dropped for want of a common codec, and nothing else is written of it.
	['SYSCOMPAT', leave('lost', null)],
	['RINGNOANSWER', passing],
	['RINGCANCELED', passing],
	// The agent let go of the caller before they spoke, who may wait on.
	['AGENTDUMP', passing],
	['QUEUESTART', { kind: 'restart' }],
	['WRAPUPSTART', { kind: 'wrap', seconds: [0] }],
	['LEAVEEMPTY', leave('overflowed', null)],
	['FULL', refused],
	['CLOSED', refused],
	['JOINEMPTY', refused],
	['DIVERT_CA_RATIO', refused],
	['DIVERT_HOLDTIME', refused]
]);

/** What an event of this name says; undefined for one that concerns no call, or that nobody knows. */
export function shapeOf(event: string): EventShape | undefined {
	return shapes.get(event);
}

/** Where an attended transfer over two bridges has one column more before its durations. */
export function shiftOf(event: string, parameters: string): number {
	return event === 'ATTENDEDTRANSFER' && parameters.startsWith('LINK|') ? 1 : 0;
}

/** A withdrawn call may say in words what became of it. */
export function outcomeOf(event: string, outcome: Outcome, info: string): Outcome {
	if (event !== 'WITHDRAW') return outcome;
	if (/call.?back/i.test(info)) return 'callback';
	return /voice.?mail/i.test(info) ? 'voicemail' : outcome;
}
