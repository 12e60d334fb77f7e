import {
	bigint,
	boolean,
	index,
	integer,
	json,
	pgTable,
	serial,
	text,
	unique,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import type { AuditChange } from '#model/audit.ts';
import { bytea, instant } from './columns.server.ts';

/** Keys of machines: only a hash of each is kept. */
export const apiKey = pgTable('api_key', {
	id: integer('id').generatedAlwaysAsIdentity().primaryKey(),
	name: text('name').notNull(),
	hash: text('hash').notNull().unique(),
	/** Its last characters, by which people know it again. */
	hint: text('hint').notNull().default(''),
	scopes: text('scopes').array().notNull(),
	/** Slugs of the queues that the key is for; null: all. */
	queues: text('queues').array(),
	createdAt: instant('created_at').notNull().defaultNow(),
	/** Who made it: an e-mail, or how else. */
	madeBy: text('made_by'),
	/** From then on it opens nothing; null: it does not end by itself. */
	expiresAt: instant('expires_at'),
	/** To the minute. */
	usedAt: instant('used_at'),
	revokedAt: instant('revoked_at'),
	/** The key that follows it since it was rotated. */
	nextId: integer('next_id')
});

export const person = pgTable(
	'person',
	{
		id: integer('id').generatedAlwaysAsIdentity().primaryKey(),
		email: text('email').notNull(),
		/** Null: signs in with a passkey or through the identity provider, or was invited and has not come yet. */
		passwordHash: text('password_hash'),
		role: text('role').$type<'admin' | 'manager' | 'viewer'>().notNull(),
		/** Slugs of the queues that the role is for; null: all. */
		queues: text('queues').array(),
		createdAt: instant('created_at').notNull().defaultNow(),
		signedInAt: instant('signed_in_at'),
		/** Who this is to the identity provider, since the first sign-in through it. */
		subject: text('subject')
	},
	(table) => [unique('person_email').on(table.email), uniqueIndex('person_subject').on(table.subject)]
);

const ofPerson = () =>
	integer('person_id')
		.notNull()
		.references(() => person.id, { onDelete: 'cascade' });

export const session = pgTable(
	'session',
	{
		/** Hash of the cookie's value. */
		hash: text('hash').primaryKey(),
		/** By which it is ended. */
		id: serial('id').notNull(),
		personId: ofPerson(),
		expiresAt: instant('expires_at').notNull(),
		createdAt: instant('created_at').notNull().defaultNow(),
		/** To the minute. */
		seenAt: instant('seen_at').notNull().defaultNow(),
		/** What the browser called itself, and where it asked from. */
		agent: text('agent').notNull().default(''),
		address: text('address').notNull().default(''),
		/** Begun with a passkey or an identity provider, not with a password alone. */
		strong: boolean('strong').notNull().default(false)
	},
	(table) => [index('session_person').on(table.personId)]
);

/** A link by which somebody sets a password, once: an invitation, or when the password is lost. */
export const personLink = pgTable('person_link', {
	hash: text('hash').primaryKey(),
	/** At most one link a person. */
	personId: ofPerson().unique(),
	expiresAt: instant('expires_at').notNull()
});

export const passkey = pgTable(
	'passkey',
	{
		/** The credential's id, base64url. */
		id: text('id').primaryKey(),
		personId: ofPerson(),
		publicKey: bytea('public_key').notNull(),
		counter: bigint('counter', { mode: 'number' }).notNull(),
		transports: text('transports').array().notNull(),
		name: text('name').notNull(),
		/** It is kept by a service that several devices share. */
		synced: boolean('synced').notNull(),
		createdAt: instant('created_at').notNull().defaultNow(),
		usedAt: instant('used_at')
	},
	(table) => [index('passkey_person').on(table.personId)]
);

/** What a sign-in of several steps has to remember for some minutes; taken out once. */
export const pendingSignIn = pgTable('pending_sign_in', {
	/** Hash of what the browser holds. */
	hash: text('hash').primaryKey(),
	kind: text('kind').notNull(),
	data: json('data').$type<Record<string, string>>().notNull(),
	expiresAt: instant('expires_at').notNull()
});

/** Failed sign-ins of late, by account or address. */
export const signInAttempt = pgTable('sign_in_attempt', {
	/** Keyed hash of the e-mail that was typed, or of the address. */
	who: text('who').primaryKey(),
	failures: integer('failures').notNull(),
	sinceAt: instant('since_at').notNull()
});

/** Who changed what. Rows are only added. */
export const audit = pgTable(
	'audit',
	{
		id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
		at: instant('at').notNull(),
		/** An e-mail, the name of a key, or `command line`. */
		who: text('who').notNull(),
		by: text('by').$type<'person' | 'key' | 'command' | 'nobody'>().notNull(),
		address: text('address').notNull().default(''),
		/** A name of texts/audit, or the route and its form. */
		action: text('action').notNull(),
		/** The queue that it concerns, if one. */
		queue: text('queue'),
		/** Whom or what it concerns otherwise: an e-mail, the name of a key. */
		subject: text('subject'),
		changes: json('changes').$type<AuditChange[]>().notNull()
	},
	(table) => [index('audit_at').on(table.at), index('audit_queue').on(table.queue, table.id)]
);
