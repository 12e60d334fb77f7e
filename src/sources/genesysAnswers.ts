import type { Participant, Visit } from './genesysConversation.ts';
import type { Session } from './genesysSession.ts';

/** An agent's part in a visit. */
export interface Answer {
	agent: string | null;
	answeredAt: number;
	/** When the agent let go of the caller; null: still talks. */
	endedAt: number | null;
	talkMs: number | null;
	holdMs: number | null;
	wrapMs: number | null;
}

/**
 * Who answered each visit, the first first. Only a session with tAnswered or tTalk has answered: an agent whose phone
 * rang unheard has times of handling too. It belongs to the latest visit to its queue that began before; sessions of
 * no queue (consulted colleagues) to none.
 */
export function answersOf(visits: Visit[], agents: Participant[]): Answer[][] {
	const answers: Answer[][] = visits.map(() => []);
	for (const { name, sessions } of agents)
		for (const session of sessions) {
			const queueId = session.segments.find((segment) => segment.queueId !== null)?.queueId ?? null;
			const beganAt = session.segments[0]?.startAt ?? 0;
			const place = visits.findLastIndex(
				(visit) => visit.queueId === queueId && queueId !== null && visit.enqueuedAt <= beganAt + 1000
			);
			const visit = visits[place];
			const answer = visit ? answerOf(visit, session, name) : null;
			if (answer) answers[place]?.push(answer);
		}
	for (const some of answers) some.sort((a, b) => a.answeredAt - b.answeredAt);
	return answers;
}

function answerOf(visit: Visit, session: Session, agent: string | null): Answer | null {
	const sum = (name: string) => session.metrics.get(name)?.sum ?? null;
	const waitMs = sum('tAnswered');
	if (waitMs === null && sum('tTalk') === null) return null;
	const spoken = session.segments.filter(({ type }) => type === 'interact' || type === 'hold');
	const begun = spoken[0]?.startAt ?? session.segments[0]?.startAt ?? visit.enqueuedAt;
	const ends = spoken.map(({ endAt }) => endAt);
	return {
		agent,
		answeredAt: waitMs === null ? begun : visit.enqueuedAt + waitMs,
		endedAt: ends.reduce<number | null>(
			(latest, end) => (latest === null || end === null ? null : Math.max(latest, end)),
			ends.length === 0 ? null : 0
		),
		talkMs: sum('tTalk'),
		holdMs: sum('tHeld'),
		wrapMs: sum('tAcw')
	};
}
