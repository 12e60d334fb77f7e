import { expect, test } from 'vitest';
import { testDatabase } from '#records/testing/testDatabase.server.ts';
import { createKey, grantOf, revokeKey, rotateKey } from './keys.server.ts';
import { addPerson, changePerson, keepAdministrator, personWith, removePerson } from './people.server.ts';
import { linkHours, makeLink, personOfLink, useLink } from './personLinks.server.ts';
import { endSessionsOf, personOfSession, sessionDays, startSession } from './sessions.server.ts';
import { attemptLimits, forgetTry, mayTry } from './signInAttempts.server.ts';

const database = await testDatabase();
const now = Date.UTC(2026, 10, 22, 12);
const at = (instant: number) => ({ now: instant, idleHours: 0 });
const hourMs = 3_600_000;
const browser = { now, agent: 'a browser', address: '10.0.0.1' };

async function somebody(email: string) {
	const person = await addPerson(database, { email, role: 'viewer', queues: ['a'] });
	if (!person) throw new Error(`${email} is there already`);
	return person;
}

test('too many failures close an account for a quarter of an hour, known or not, and others not', async () => {
	const trier = { email: 'lin@example.com', address: '10.0.0.1' };
	for (let i = 1; i < attemptLimits.account; i++) expect(await mayTry(database, trier, now)).toBe('yes');
	expect(await mayTry(database, trier, now)).toBe('lastOne');
	expect(await mayTry(database, { ...trier, email: ' Lin@Example.com', address: '10.0.0.2' }, now)).toBe(
		'no'
	);
	expect(await mayTry(database, { ...trier, email: 'other@example.com' }, now)).toBe('yes');
	expect(await mayTry(database, trier, now + attemptLimits.withinMs - 1)).toBe('no');
	expect(await mayTry(database, trier, now + attemptLimits.withinMs + 1)).toBe('yes');
});

test('one address may not try many accounts', async () => {
	const at = now + 10 * hourMs;
	const tries = Array.from({ length: attemptLimits.address }, (_, i) => `p${i}@example.com`);
	for (const email of tries)
		expect(await mayTry(database, { email, address: '10.9.9.9' }, at)).not.toBe('no');
	expect(await mayTry(database, { email: 'next@example.com', address: '10.9.9.9' }, at)).toBe('no');
	expect(await mayTry(database, { email: 'next@example.com', address: '10.9.9.8' }, at)).toBe('yes');
});

test('a success forgets the failures of the account', async () => {
	const trier = { email: 'mei@example.com', address: '10.0.0.5' };
	for (let i = 1; i < attemptLimits.account; i++) await mayTry(database, trier, now);
	await forgetTry(database, trier);
	for (let i = 1; i < attemptLimits.account; i++) expect(await mayTry(database, trier, now)).toBe('yes');
});

test('nothing that is kept of tries names anybody', async () => {
	await mayTry(database, { email: 'secret-name@example.com', address: '203.0.113.7' }, now);
	const rows = await database.sql`select * from sign_in_attempt`;
	expect(JSON.stringify(rows)).not.toMatch(/secret-name|203\.0/);
});

test('a link sets a password once, until it is too old, and only the newest does', async () => {
	const { id } = await somebody('ina@example.com');
	const first = await makeLink(database, id, { hours: linkHours.mail, now });
	const link = await makeLink(database, id, { hours: linkHours.mail, now });
	expect(await personOfLink(database, first, now)).toBeNull();
	expect(await personOfLink(database, link, now + hourMs + 1)).toBeNull();
	expect(await personOfLink(database, link, now)).toMatchObject({ email: 'ina@example.com' });
	const session = await startSession(database, id, browser);
	const uses = ['a first password', 'a second password'].map((password) =>
		useLink(database, link, { password, now })
	);
	expect((await Promise.all(uses)).sort()).toEqual([false, true]);
	expect(await personOfSession(database, session, at(now))).toBeNull();
	expect(await useLink(database, link, { password: 'a third password', now })).toBe(false);
});

test('a session ends by itself, and when it is ended', async () => {
	const { id } = await somebody('otto@example.com');
	const [one, two] = [await startSession(database, id, browser), await startSession(database, id, browser)];
	expect(await personOfSession(database, one, at(now))).toMatchObject({ role: 'viewer', queues: ['a'] });
	expect(await personOfSession(database, one, at(now + sessionDays * 24 * hourMs))).toBeNull();
	await endSessionsOf(database, id, two);
	expect(await personOfSession(database, one, at(now))).toBeNull();
	expect(await personOfSession(database, two, at(now))).not.toBeNull();
	const stored = await database.sql`select hash from session where person_id = ${id}`;
	expect(stored.map(({ hash }) => hash)).not.toContain(two);
});

test('one administrator of all queues stays, also when two take the role from each other at once', async () => {
	const made = [];
	for (const email of ['admin1@example.com', 'admin2@example.com']) {
		const admin = await keepAdministrator(database, { email, password: 'an administrator' });
		if (!admin) throw new Error('nobody was made');
		made.push(admin.id);
	}
	const asked = made.map((id) => changePerson(database, id, { role: 'viewer', queues: null }));
	const done = await Promise.all(asked);
	expect(done.filter((one) => one === 'lastAdmin')).toHaveLength(1);
	for (const id of made) await removePerson(database, id);
	const [left] = await database.sql`select count(*)::int from person where role = 'admin' and queues is null`;
	expect(left?.count).toBe(1);
	// Somebody who was invited and never came does not count.
	await addPerson(database, { email: 'never@example.com', role: 'admin', queues: null });
	const [last] = await database.sql`select id from person where role = 'admin' and password_hash is not null`;
	expect(await removePerson(database, last?.id)).toBe('lastAdmin');
});

test('nobody signs in without a password, whatever is typed', async () => {
	await somebody('new@example.com');
	for (const typed of ['', 'nobody has this password', 'null'])
		expect(await personWith(database, 'new@example.com', typed)).toBeNull();
});

test('a rotated key opens until the overlap is over, its successor does what it did', async () => {
	const asked = { name: 'wall', scopes: ['read'] as const, queues: ['a'], madeBy: 'a test' };
	const made = await createKey(database, { ...asked, expiresAt: null });
	const rotated = await rotateKey(database, made.id, { overlapMs: hourMs, madeBy: 'a test', now });
	const open = async (key = '', at = now) =>
		(await grantOf(database, key, { settingsKey: null, now: at })) !== null;
	expect(await open(made.key, now + hourMs - 1)).toBe(true);
	expect(await open(made.key, now + hourMs)).toBe(false);
	expect(await open(rotated?.key, now + hourMs)).toBe(true);
	expect(await grantOf(database, rotated?.key ?? '', { settingsKey: null, now })).toEqual({
		name: 'wall',
		scopes: ['read'],
		queues: ['a']
	});
	// Once only, and not once it has ended.
	expect(await rotateKey(database, made.id, { overlapMs: 0, madeBy: '', now })).toBeNull();
	await revokeKey(database, rotated?.id ?? 0);
	expect(await open(rotated?.key)).toBe(false);
	expect(await rotateKey(database, rotated?.id ?? 0, { overlapMs: 0, madeBy: '', now })).toBeNull();
});

test('a successor lives as long as the key before it was made for', async () => {
	const dayMs = 24 * hourMs;
	const asked = { name: 'short', scopes: ['read'] as const, queues: null, madeBy: '' };
	const made = await createKey(database, { ...asked, expiresAt: Date.now() + 30 * dayMs });
	const later = Date.now() + 29 * dayMs;
	const rotated = await rotateKey(database, made.id, { overlapMs: 7 * dayMs, madeBy: '', now: later });
	const open = async (key = '', at = 0) =>
		(await grantOf(database, key, { settingsKey: null, now: at })) !== null;
	// The overlap makes no key live longer than it was made for.
	expect(await open(made.key, later + 2 * dayMs)).toBe(false);
	expect(await open(rotated?.key, later + 29 * dayMs)).toBe(true);
	expect(await open(rotated?.key, later + 31 * dayMs)).toBe(false);
});

test('a session that is not used ends, one that is goes on until its age ends it', async () => {
	const { id } = await somebody('idle@example.com');
	const began = { ...browser, idleHours: 2 };
	const [used, idle] = [await startSession(database, id, began), await startSession(database, id, began)];
	const after = (hours: number) => ({ now: now + hours * hourMs, idleHours: 2 });
	for (let hours = 1.5; hours <= 6; hours += 1.5)
		expect(await personOfSession(database, used, after(hours))).not.toBeNull();
	expect(await personOfSession(database, idle, after(2.1))).toBeNull();
	for (let hours = 7; hours < sessionDays * 24; hours += 1.9)
		await personOfSession(database, used, after(hours));
	expect(await personOfSession(database, used, after(sessionDays * 24))).toBeNull();
});
