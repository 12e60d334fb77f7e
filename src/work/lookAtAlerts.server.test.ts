import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSigned } from '#access/webhookSignature.ts';
import type { LineState } from '#analysis/liveWait/liveLine.ts';
import { defaultQueue } from '#model/defaultQueue.ts';
import { parseAlert } from '#model/parseAlert.ts';
import type { AlertTarget } from '#model/alert.ts';
import { deliveriesOf } from '#records/alertDeliveries.server.ts';
import { listFirings, silenceFiring } from '#records/alertFirings.server.ts';
import {
	deleteAlertRule,
	listAlertRules,
	silenceAlertRule,
	writeAlertRule,
	type AlertRule
} from '#records/alertRules.server.ts';
import { addAlertTarget, removeAlertTarget } from '#records/alertTargets.server.ts';
import { putQueue, type StoredQueue } from '#records/queues.server.ts';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { saveTarget } from '#views/alertWrites.server.ts';
import { deliverAlerts } from './deliverAlerts.server.ts';
import { lookAtAlerts } from './lookAtAlerts.server.ts';

const database = await testDatabase();
const second = 1_000;
const minute = 60 * second;
const settings = { smtp: null, allowPrivateAddresses: true };

interface Received {
	headers: Record<string, unknown>;
	body: string;
}
const received: Received[] = [];
let status = 204;
let server: Server;
let address = '';
let stored: StoredQueue;
let target: AlertTarget;
let rule: AlertRule;
/** Monday, ten o'clock in Shanghai; each test begins on another day. */
const tenOnMonday = Date.parse('2026-03-02T10:00:00+08:00');
let now = tenOnMonday;
let day = 0;
let waiting = 0;

beforeAll(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (piece) => (body += piece));
		request.on('end', () => {
			received.push({ headers: request.headers, body });
			response.writeHead(status).end();
		});
	}).listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
	const defaults = { name: 'Wallet', zone: 'Asia/Shanghai', country: 'CN' };
	stored = await putQueue(database, defaultQueue('wallet', defaults));
	target = await addAlertTarget(
		database,
		{ queueId: stored.id, kind: 'webhook', address, lang: 'en' },
		{ by: 'lin', now }
	);
});
afterAll(() => server.close());

async function makeRule(more: object = {}): Promise<void> {
	const given = { kind: 'waiting', limit: 5, hold_seconds: 60, targets: [target.id], ...more };
	const parsed = parseAlert(given);
	if ('field' in parsed) throw new Error(parsed.field);
	const written = await writeAlertRule(database, { queueId: stored.id, id: null }, parsed, {
		by: 'lin',
		now
	});
	if (!written) throw new Error('not written');
	rule = written;
}

const line = (): LineState => ({
	waiting,
	talking: 0,
	longestSinceAt: waiting > 0 ? now - minute : null,
	feed: 'live'
});

/** Looks every twenty seconds with so many waiting, and sends what is due. */
async function pass(many: number, seconds: number): Promise<void> {
	waiting = many;
	for (let at = 0; at < seconds; at += 20) {
		now += 20 * second;
		await lookAtAlerts(database, { now, lineOf: line, origin: 'https://calls.example.com' });
		await deliverAlerts(database, { settings, now, machineNow: now });
	}
}

const told = () => received.map(({ body }) => JSON.parse(body).type);
const firings = () => listFirings(database, { queueIds: [stored.id], isOpen: null }, { limit: 10 });

beforeEach(async () => {
	for (const { id } of await listAlertRules(database)) await deleteAlertRule(database, stored.id, id, now);
	status = 204;
	await pass(0, 20);
	await database.sql`delete from alert_delivery`;
	await database.sql`delete from alert_firing`;
	received.length = 0;
	now = tenOnMonday + ++day * 24 * 3_600_000;
});

describe('a rule with its hold time', () => {
	beforeEach(() => makeRule());

	it('fires once, tells once, and tells that it is over', async () => {
		await pass(6, 60);
		expect(told()).toEqual([]);
		await pass(8, 60);
		await pass(6, 120);
		expect(told()).toEqual(['alert.firing']);
		await pass(4, 60);
		expect(told()).toEqual(['alert.firing']);
		await pass(4, 20);
		expect(told()).toEqual(['alert.firing', 'alert.resolved']);
		await pass(4, 120);
		expect(told()).toHaveLength(2);
		const [firing] = await firings();
		expect(firing).toMatchObject({ end: 'resolved', worst: { value: 8 }, last: { value: 4 } });
		expect((firing?.firedAt ?? 0) - (firing?.beganAt ?? 0)).toBe(minute);
	});

	it('is over only where that is written down', async () => {
		await pass(8, 180);
		expect(told()).toEqual(['alert.firing']);
		const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
		await database.sql`alter table alert_firing add constraint goes_on check (resolved_at is null) not valid`;
		await pass(4, 120);
		await database.sql`alter table alert_firing drop constraint goes_on`;
		expect(errors).toHaveBeenCalled();
		errors.mockRestore();
		expect(await firings()).toMatchObject([{ resolvedAt: null }]);
		await pass(4, 20);
		expect(told()).toEqual(['alert.firing', 'alert.resolved']);
		expect(await firings()).toMatchObject([{ end: 'resolved' }]);
	});

	it('signs each message so that its receiver can check it, and says the same at each try', async () => {
		status = 500;
		await pass(6, 80);
		await pass(6, 60);
		status = 204;
		await pass(6, 120);
		const [first, ...others] = received;
		expect(received.length).toBeGreaterThan(2);
		for (const { headers, body } of received) {
			expect(body).toBe(first?.body);
			expect(headers['webhook-id']).toBe(first?.headers['webhook-id']);
			const timestamp = Number(headers['webhook-timestamp']);
			const message = { id: String(headers['webhook-id']), timestamp, body };
			expect(isSigned(target.secret ?? '', String(headers['webhook-signature']), message)).toBe(true);
		}
		expect(others.at(-1)?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp']);
		expect(JSON.parse(first?.body ?? '')).toMatchObject({
			type: 'alert.firing',
			data: {
				queue: 'wallet',
				kind: 'waiting',
				value: 6,
				limit: 5,
				state: 'firing',
				url: 'https://calls.example.com/dashboard/wallet/alerts',
				sentence: { en: '5 or more callers wait. 6 callers wait; the limit is 5.' }
			}
		});
	});

	it('tells that it is over only after that it began, however late that could be told', async () => {
		status = 503;
		await pass(6, 80);
		await pass(0, 120);
		expect(new Set(told())).toEqual(new Set(['alert.firing']));
		received.length = 0;
		status = 200;
		await pass(0, 600);
		expect(told()).toEqual(['alert.firing', 'alert.resolved']);
	});

	it('stops telling whom was gone', async () => {
		status = 410;
		await pass(6, 400);
		expect(told()).toEqual(['alert.firing']);
	});

	it('goes on from where another process was', async () => {
		await pass(6, 60);
		expect((await listAlertRules(database))[0]).toMatchObject({ phase: 'pending' });
		await Promise.all([pass(6, 20), pass(6, 20)]);
		expect(await firings()).toHaveLength(1);
		expect(told()).toEqual(['alert.firing']);
	});

	it('ends what fires when it is deleted', async () => {
		await pass(6, 80);
		await deleteAlertRule(database, stored.id, rule.id, now);
		await pass(6, 20);
		expect(told()).toEqual(['alert.firing', 'alert.resolved']);
		expect(await firings()).toMatchObject([{ end: 'removed' }]);
	});
});

describe('silence and quiet hours', () => {
	it('of a rule: it is watched and kept on record, and told when the silence is over', async () => {
		await makeRule();
		await silenceAlertRule(database, stored.id, rule.id, { until: now + 5 * minute, by: 'lin' });
		await pass(6, 200);
		expect(told()).toEqual([]);
		expect(await firings()).toMatchObject([{ resolvedAt: null, toldAt: null }]);
		await pass(6, 200);
		expect(told()).toEqual(['alert.firing']);
	});

	it('for ever, of a rule: what fired and went by unheard is not told at all', async () => {
		await makeRule();
		await silenceAlertRule(database, stored.id, rule.id, { until: Infinity, by: 'lin' });
		await pass(6, 200);
		await pass(0, 200);
		expect(told()).toEqual([]);
		expect(await firings()).toMatchObject([{ end: 'resolved', toldAt: null }]);
		expect((await listAlertRules(database))[0]?.silencedUntil).toBe(Infinity);
		await silenceAlertRule(database, stored.id, rule.id, { until: null, by: 'lin' });
		await pass(6, 100);
		expect(told()).toEqual(['alert.firing']);
	});

	it('of a firing: whoever was told that it began still hears that it is over', async () => {
		await makeRule();
		await pass(6, 80);
		const [firing] = await firings();
		await silenceFiring(database, stored.id, firing?.id ?? '', { until: Infinity, by: 'lin' });
		await pass(0, 100);
		expect(told()).toEqual(['alert.firing', 'alert.resolved']);
	});

	it('in quiet hours nobody is told; when they end, what still fires is', async () => {
		await makeRule({ quiet: { from: '09:00', to: '10:05' } });
		await pass(6, 240);
		expect(told()).toEqual([]);
		await pass(6, 100);
		expect(told()).toEqual(['alert.firing']);
	});

	it('that it is over waits for the end of quiet hours', async () => {
		await makeRule({ quiet: { from: '10:02', to: '10:10' } });
		await pass(6, 80);
		await pass(0, 240);
		expect(told()).toEqual(['alert.firing']);
		await pass(0, 360);
		expect(told()).toEqual(['alert.firing', 'alert.resolved']);
	});
});

it('one who was removed is told nothing more', async () => {
	const other = await addAlertTarget(
		database,
		{ queueId: stored.id, kind: 'webhook', address, lang: 'en' },
		{ by: 'lin', now }
	);
	await makeRule({ targets: [target.id, other.id] });
	await pass(6, 80);
	expect(told()).toHaveLength(2);
	await removeAlertTarget(database, stored.id, other.id, now);
	await pass(0, 100);
	expect(told()).toHaveLength(3);
});

describe('addresses within the own network', () => {
	const writer = { by: 'lin', now: 0 };
	const hook = (to: string) => ({ kind: 'webhook' as const, address: to, lang: 'en' as const });

	it.each([
		['http://169.254.169.254/latest', 'private_address'],
		['http://[::1]:80/', 'private_address'],
		['http://localhost/', 'private_address'],
		['http://example.com/hook', 'not_https'],
		['ftp://example.com/', 'address'],
		['https://me:secret@example.com/', 'address'],
		['nowhere', 'address']
	])('%s is not taken', async (to, problem) => {
		expect(await saveTarget(database, stored, hook(to), { ...writer, allowPrivate: false })).toEqual({
			problem
		});
	});

	it('are taken where the settings allow them, and not sent to where they do not any more', async () => {
		const saved = await saveTarget(database, stored, hook(address), { ...writer, allowPrivate: true });
		expect(saved).toHaveProperty('target');
		await makeRule();
		await pass(6, 60);
		now += 20 * second;
		await lookAtAlerts(database, { now, lineOf: line, origin: null });
		await deliverAlerts(database, {
			settings: { ...settings, allowPrivateAddresses: false },
			now,
			machineNow: now
		});
		expect(received).toEqual([]);
		const [firing] = await firings();
		expect(await deliveriesOf(database, [stored.id], [firing?.id ?? ''])).toMatchObject([
			{ error: 'problem:private_address', tries: 1, sentAt: null }
		]);
	});

	it('of mail must be one address', async () => {
		const mail = { kind: 'email' as const, address: 'a@b.cd\r\nBcc: e@f.gh', lang: 'en' as const };
		const saved = await saveTarget(database, stored, mail, { ...writer, allowPrivate: true });
		expect(saved).toEqual({ problem: 'address' });
	});
});
