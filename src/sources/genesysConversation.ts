import { answersOf, type Answer } from './genesysAnswers.ts';
import { readSession, type Session } from './genesysSession.ts';
import type { SourceItem } from './source.ts';
import { instantText, VendorFields, vendorItem, type VendorRecord } from './vendorFields.ts';

/** One stay in a queue. */
export interface Visit {
	id: string;
	name: string | null;
	queueId: string | null;
	session: Session;
	enqueuedAt: number;
}

/** The calls of one conversation, or what is wrong with it. */
export function readConversation(
	piece: { line: number; text: string },
	names: ReadonlyMap<string, string>
): SourceItem[] {
	const fields = new VendorFields('value' in piece ? piece.value : null);
	if (fields.text('conversationId') === null)
		fields.refuse('conversationId', 'required', 'conversationId is required');
	const endedAt = fields.instant('conversationEnd');
	const people = fields.list('participants').map((participant) => readParticipant(participant, fields));
	const visits = people.filter(({ purpose }) => purpose === 'acd').flatMap(toVisit);
	visits.sort((a, b) => a.enqueuedAt - b.enqueuedAt);
	if (fields.problem) return [vendorItem(piece, fields, {})];
	const answers = answersOf(
		visits,
		people.filter(({ purpose }) => purpose === 'agent')
	);
	const shared = {
		source: 'genesys-cloud',
		revision: revisionOf(people, endedAt),
		caller: people.map(callerOf).find((caller) => caller !== null) ?? null
	};
	const conversationId = fields.text('conversationId') ?? '';
	const voicemailAt = latestStart(people, isVoicemail);
	const callbackAt = latestStart(people, isCallback);
	return visits.map((visit, i) =>
		vendorItem(piece, fields, {
			id: `${conversationId}/${visit.id}`,
			...shared,
			queue: (visit.queueId && names.get(visit.queueId)) || visit.name || visit.queueId,
			...courseOf(visit, answers[i] ?? [], {
				endedAt,
				voicemailAt,
				callbackAt,
				goesOn: i < visits.length - 1
			})
		})
	);
}

export interface Participant {
	id: string;
	name: string | null;
	purpose: string;
	sessions: Session[];
}

function readParticipant(value: unknown, of: VendorFields): Participant {
	const fields = new VendorFields(value);
	const participant = {
		id: fields.text('participantId') ?? '',
		name: fields.text('participantName') ?? fields.text('userId'),
		purpose: fields.text('purpose') ?? '',
		sessions: fields.list('sessions').map((session) => readSession(session, fields))
	};
	of.problem ??= fields.problem;
	return participant;
}

/** Media in which somebody waits until a person comes on. */
const live = ['voice', 'callback', 'chat', 'cobrowse', 'screenshare', 'video'];

function toVisit({ id, name, sessions }: Participant): Visit[] {
	const session = sessions.find(
		({ mediaType, direction }) =>
			live.includes(mediaType) && (direction !== 'outbound' || mediaType === 'callback')
	);
	if (!session) return [];
	const offeredAt = session.metrics.get('nOffered')?.firstAt ?? null;
	const begunAt = session.segments[0]?.startAt ?? offeredAt;
	if (begunAt === null) return [];
	const queueId = session.segments.find((segment) => segment.queueId !== null)?.queueId ?? null;
	return [{ id, name, queueId, session, enqueuedAt: begunAt }];
}

interface Around {
	endedAt: number | null;
	/** When the caller last came to a voicemail, and to a callback. */
	voicemailAt: number;
	callbackAt: number;
	/** Another visit to a queue follows. */
	goesOn: boolean;
}

/** What became of the visit: instants, outcome and durations. */
function courseOf(visit: Visit, answers: Answer[], around: Around): VendorRecord {
	const { session } = visit;
	// Until the time that the caller has asked for, nobody waits.
	const enqueuedAt =
		session.mediaType === 'callback'
			? Math.max(visit.enqueuedAt, session.scheduledAt ?? 0)
			: visit.enqueuedAt;
	const first = answers[0];
	const channel = session.mediaType;
	if (first) {
		const answeredAt = Math.max(first.answeredAt, visit.enqueuedAt);
		const open = answers.some((answer) => answer.endedAt === null);
		const lastAt = Math.max(...answers.map((answer) => answer.endedAt ?? 0));
		const endedAt = open ? around.endedAt : lastAt;
		return {
			enqueued_at: instantText(Math.min(enqueuedAt, answeredAt)),
			answered_at: instantText(answeredAt),
			ended_at: instantText(endedAt === null ? null : Math.max(endedAt, answeredAt)),
			channel,
			agent: first.agent,
			talk_seconds: secondsOf(answers, ({ talkMs }) => talkMs),
			hold_seconds: secondsOf(answers, ({ holdMs }) => holdMs),
			wrap_seconds: secondsOf(answers, ({ wrapMs }) => wrapMs)
		};
	}
	const leftAt = whenLeft(visit, around);
	const outcome = leftAt === null ? null : unansweredOutcome(visit, leftAt, around);
	if (leftAt === null || outcome === null) return { enqueued_at: instantText(enqueuedAt), channel };
	return {
		enqueued_at: instantText(Math.min(enqueuedAt, leftAt)),
		ended_at: instantText(leftAt),
		channel,
		outcome
	};
}

/** When the caller left the queue unanswered; null: waits there. */
function whenLeft({ session, enqueuedAt }: Visit, { endedAt }: Around): number | null {
	const waitMs = session.metrics.get('tAcd')?.sum ?? null;
	if (waitMs !== null) return enqueuedAt + waitMs;
	const last = session.segments.at(-1);
	return last?.endAt ?? endedAt;
}

/** null: it cannot be told yet, since the conversation goes on and an agent may be ringing. */
function unansweredOutcome({ session }: Visit, leftAt: number, around: Around): string | null {
	const { metrics } = session;
	if (metrics.has('tAbandon')) return 'abandoned';
	const to = session.flowOutType?.toLowerCase() ?? '';
	if (metrics.has('tFlowOut') || to !== '') {
		if (to.includes('voicemail') || around.voicemailAt >= leftAt - 1000) return 'voicemail';
		if (to.includes('callback') || around.callbackAt >= leftAt - 1000) return 'callback';
		return 'overflowed';
	}
	if (around.goesOn) return 'overflowed';
	return around.endedAt === null ? null : 'abandoned';
}

function latestStart(people: Participant[], is: (who: Participant, session: Session) => boolean): number {
	let latestAt = 0;
	for (const who of people)
		for (const session of who.sessions)
			if (is(who, session)) latestAt = Math.max(latestAt, session.segments.at(-1)?.startAt ?? 0);
	return latestAt;
}

const isVoicemail = ({ purpose }: Participant, { segments }: Session) =>
	purpose === 'voicemail' || segments.some(({ type }) => type === 'voicemail');
const isCallback = (_: Participant, { mediaType }: Session) => mediaType === 'callback';

function secondsOf(answers: Answer[], ms: (answer: Answer) => number | null): number | null {
	const known = answers.map(ms).filter((value) => value !== null);
	return known.length === 0 ? null : Math.round(known.reduce((sum, value) => sum + value, 0) / 1000);
}

function callerOf({ purpose, sessions }: Participant): string | null {
	if (purpose !== 'customer' && purpose !== 'external') return null;
	const ani = sessions.find((session) => session.ani !== null)?.ani ?? '';
	const number = ani.replace(/^(tel|sips?):/i, '');
	return number === '' || /anonymous|unknown|restricted/i.test(number) ? null : number;
}

/** Later instants first, then more of them: thousandths of the milliseconds count what there is. */
function revisionOf(people: Participant[], endedAt: number | null): number {
	let latestAt = endedAt ?? 0;
	let parts = endedAt === null ? 0 : 1;
	for (const { sessions } of people)
		for (const session of sessions) {
			latestAt = Math.max(latestAt, session.latestAt);
			parts += session.parts;
		}
	return latestAt * 1000 + Math.min(parts, 999);
}
