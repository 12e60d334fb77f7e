import { randomUUID } from 'node:crypto';
import { nextStand } from '#analysis/alerts/alertPhase.ts';
import { badness, judgeAlert } from '#analysis/alerts/judgeAlert.ts';
import { quietUntil } from '#analysis/alerts/quietUntil.ts';
import type { LineState } from '#analysis/liveWait/liveLine.ts';
import type { AlertEnd, AlertFiring, AlertReading, AlertTarget } from '#model/alert.ts';
import {
	beginFiring,
	endFiring,
	recordReading,
	recordStand,
	recordTold
} from '#records/alertCourse.server.ts';
import { addDeliveries, deliveriesOf } from '#records/alertDeliveries.server.ts';
import { listFirings } from '#records/alertFirings.server.ts';
import { listAlertRules, type AlertRule } from '#records/alertRules.server.ts';
import { listAlertTargets } from '#records/alertTargets.server.ts';
import type { Database } from '#records/database.server.ts';
import { listIntake } from '#records/intake.server.ts';
import { inTransaction, type Writable } from '#records/inTransaction.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { alertFacts } from './alertFacts.server.ts';
import { alertMessage, type AlertEvent } from './alertMessage.ts';
import { datedOf, type DatedQueue } from './datedQueues.server.ts';

const mostOpen = 10_000;

export interface LookOptions {
	now: number;
	/** Who waits in a queue; null where nothing is known. */
	lineOf: (queueId: number) => LineState | null;
	/** Of the product's own pages, for messages; null: not known. */
	origin: string | null;
}

/** A rule's queue and what is open of it, with whom it can tell. */
interface Looked extends LookOptions {
	dated: DatedQueue;
	targets: AlertTarget[];
}

/**
 * Looks at every rule once: judges it by what is known now, goes on with its course, and puts messages on their way.
 * How many messages there are. One rule that cannot be looked at does not keep the others from it.
 */
export async function lookAtAlerts(database: Database, options: LookOptions): Promise<number> {
	const rules = await listAlertRules(database);
	// After the rules: of one that stands as firing, what it fired is there.
	const open = await listFirings(database, { queueIds: null, isOpen: true }, { limit: mostOpen });
	if (rules.length === 0 && open.length === 0) return 0;
	const [queues, targets] = await Promise.all([listQueues(database), listAlertTargets(database)]);
	const lastRecords = rules.some(({ settings }) => settings.kind === 'no_records')
		? new Map((await listIntake(database)).map((row) => [row.source, row.receivedAt.getTime()]))
		: new Map<string, number>();
	const lookedOf = async (queueId: number): Promise<Looked | null> => {
		const stored = queues.find(({ id }) => id === queueId);
		if (!stored) return null;
		const ofQueue = targets.filter((target) => target.queueId === queueId);
		return { ...options, dated: await datedOf(database, stored), targets: ofQueue };
	};
	let messages = 0;
	for (const rule of rules) {
		const looked = await lookedOf(rule.queueId);
		if (!looked) continue;
		const firing = open.find(({ ruleId }) => ruleId === rule.id) ?? null;
		try {
			messages += await lookAtRule(database, rule, { ...looked, firing, lastRecords });
		} catch (error) {
			console.error(`A rule of ${looked.dated.queue.slug} could not be looked at:`, error);
		}
	}
	const known = new Set(rules.map(({ id }) => id));
	for (const firing of open.filter(({ ruleId }) => !known.has(ruleId))) {
		const looked = await lookedOf(firing.queueId);
		if (looked)
			messages += await inTransaction(database, (connection) =>
				finish(connection, firing, 'removed', looked)
			);
	}
	return messages;
}

async function lookAtRule(
	database: Database,
	rule: AlertRule,
	{
		firing,
		lastRecords,
		...looked
	}: Looked & { firing: AlertFiring | null; lastRecords: Map<string, number> }
): Promise<number> {
	const { now, dated } = looked;
	const { settings } = rule;
	const line = looked.lineOf(rule.queueId);
	const { holds, reading } = judgeAlert(
		settings,
		await alertFacts(database, dated, settings, { now, line, lastRecords })
	);
	const before = { ...rule, phase: !firing && isFiringPhase(rule) ? 'clear' : rule.phase } as const;
	const { stand, event } = nextStand(before, holds, { now, holdMs: settings.hold_seconds * 1000 });
	if (event === 'fired') {
		const beganAt = rule.phase === 'pending' ? Math.min(rule.sinceAt, now) : now;
		const bad = badness(settings, reading);
		const began = await inTransaction(database, async (connection) =>
			(await recordStand(connection, rule, stand))
				? beginFiring(connection, rule, { beganAt, firedAt: now, reading, badness: bad })
				: null
		);
		return began ? tell(database, rule, began, looked) : 0;
	}
	const isIdle = stand.phase === 'clear' || stand.phase === 'blind';
	const isNews = !isIdle || stand.phase !== rule.phase;
	if (!firing) {
		if (isNews) await recordStand(database, rule, stand);
		return 0;
	}
	const worst = worseOf(firing, reading);
	const going = { ...firing, worst: worst.worst };
	/** False: another process has looked since. */
	const record = async (connection: Writable) => {
		if (isNews && !(await recordStand(connection, rule, stand))) return false;
		if (reading.value !== null) await recordReading(connection, firing, { last: reading, ...worst });
		return true;
	};
	if (event)
		return inTransaction(database, async (connection) =>
			(await record(connection)) ? finish(connection, { ...going, last: reading }, event, looked) : 0
		);
	if (!(await record(database))) return 0;
	return firing.toldAt === null ? tell(database, rule, going, looked) : 0;
}

const isFiringPhase = ({ phase }: AlertRule) => ['firing', 'clearing', 'lost'].includes(phase);

function worseOf(firing: AlertFiring, reading: AlertReading): { worst: AlertReading; badness: number } {
	const [before, now] = [badness(firing.settings, firing.worst), badness(firing.settings, reading)];
	return now > before ? { worst: reading, badness: now } : { worst: firing.worst, badness: before };
}

/** Tells of a firing, unless it or its rule is silenced, or these are quiet hours: then it is told when they are over. */
async function tell(
	database: Database,
	rule: AlertRule,
	firing: AlertFiring,
	looked: Looked
): Promise<number> {
	const { now, dated } = looked;
	const isSilenced = [rule, firing].some((one) => one.silencedUntil !== null && one.silencedUntil > now);
	if (isSilenced || quietUntil(rule.settings.quiet, dated.queue, now) !== null) return 0;
	const targets = looked.targets.filter(({ id }) => rule.settings.targets.includes(id));
	if (targets.length === 0) return 0;
	return inTransaction(database, async (connection) => {
		if (!(await recordTold(connection, firing, now))) return 0;
		await addDeliveries(connection, messagesOf('firing', firing, targets, { ...looked, dueAt: now }));
		return targets.length;
	});
}

/** Ends a firing, within a transaction; whoever was told that it began is told that it is over, though not in quiet hours. */
async function finish(
	connection: Writable,
	firing: AlertFiring,
	end: AlertEnd,
	looked: Looked
): Promise<number> {
	const { now, dated } = looked;
	const ended = await endFiring(connection, firing, { now, end });
	if (!ended || ended.toldAt === null) return 0;
	const told = await deliveriesOf(connection, [firing.queueId], [firing.id]);
	const targets = looked.targets.filter(({ id }) => told.some(({ targetId }) => targetId === id));
	const quiet = quietUntil(firing.settings.quiet, dated.queue, now) ?? now;
	const dueAt = Number.isFinite(quiet) ? quiet : now;
	await addDeliveries(connection, messagesOf('resolved', ended, targets, { ...looked, dueAt }));
	return targets.length;
}

function messagesOf(
	event: AlertEvent,
	firing: AlertFiring,
	targets: AlertTarget[],
	{ now, dueAt, dated, origin }: Looked & { dueAt: number }
) {
	return targets.map((target) => ({
		id: randomUUID(),
		queueId: firing.queueId,
		firingId: firing.id,
		targetId: target.id,
		event,
		kind: target.kind,
		address: target.address,
		body: alertMessage({ event, firing, queue: dated.queue, origin, now }, target),
		createdAt: now,
		dueAt
	}));
}
