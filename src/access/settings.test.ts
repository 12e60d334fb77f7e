import { expect, test } from 'vitest';
import { parseSettings, settingNames } from './settings.ts';

const now = Date.parse('2026-03-02T00:00:00Z');
const key = 'k'.repeat(24);

test('an empty environment gives the defaults, and so do empty settings', () => {
	const defaults = {
		host: '127.0.0.1',
		port: 3000,
		origin: null,
		databaseUrl: null,
		dataDir: './data',
		apiKey: null,
		admin: null,
		zone: 'Asia/Shanghai',
		country: 'CN',
		retentionDays: null,
		rejectsDays: 30,
		auditDays: 730,
		sessionIdleHours: 72,
		demandPasskey: null,
		allowPrivateAddresses: false,
		callerKeyYearly: false,
		smtp: null,
		oidc: null,
		twilioAuthToken: null,
		proxies: 0,
		keyRate: 60_000,
		addressRate: 1_200,
		minFreeMb: 512,
		log: 'text',
		traces: null,
		clockOffsetMs: 0
	};
	expect(parseSettings({}, now)).toEqual(defaults);
	expect(parseSettings(Object.fromEntries(settingNames.map((name) => [name, ''])), now)).toEqual(defaults);
});

test('every setting is read', () => {
	const env = {
		HOST: '0.0.0.0',
		PORT: '0',
		ORIGIN: 'https://calls.example.com/',
		DATABASE_URL: 'postgresql:///offpeak?host=/run/postgresql',
		DATA_DIR: '/srv/offpeak',
		OFFPEAK_API_KEY: key,
		OFFPEAK_ADMIN_EMAIL: 'lin@example.com',
		OFFPEAK_ADMIN_PASSWORD: ' with spaces ',
		OFFPEAK_ZONE: 'Asia/Jerusalem',
		OFFPEAK_COUNTRY: 'il',
		OFFPEAK_RETENTION_DAYS: '90',
		OFFPEAK_REJECTS_DAYS: '7',
		OFFPEAK_AUDIT_DAYS: '365',
		OFFPEAK_SESSION_IDLE_HOURS: '1',
		OFFPEAK_DEMAND_PASSKEY: 'admins',
		OFFPEAK_ALLOW_PRIVATE_ADDRESSES: 'true',
		OFFPEAK_CALLER_KEY_YEARLY: 'true',
		SMTP_URL: 'smtps://me:secret@mail.example.com:465',
		SMTP_FROM: 'Offpeak <calls@example.com>',
		OIDC_ISSUER: 'https://login.example.com/realm',
		OIDC_CLIENT_ID: 'offpeak',
		OIDC_CLIENT_SECRET: 'a-secret',
		TWILIO_AUTH_TOKEN: 'a-token',
		OFFPEAK_PROXIES: '1',
		OFFPEAK_KEY_RATE: '600',
		OFFPEAK_ADDRESS_RATE: '0',
		OFFPEAK_MIN_FREE_MB: '2000',
		OFFPEAK_LOG: 'json',
		OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
		OTEL_EXPORTER_OTLP_HEADERS: 'x-a=b',
		OTEL_SERVICE_NAME: 'calls',
		OFFPEAK_NOW: '2026-03-02T08:00:01+08:00'
	};
	expect(Object.keys(env)).toEqual([...settingNames]);
	expect(parseSettings(env, now)).toEqual({
		host: '0.0.0.0',
		port: 0,
		origin: 'https://calls.example.com',
		databaseUrl: env.DATABASE_URL,
		dataDir: '/srv/offpeak',
		apiKey: key,
		admin: { email: 'lin@example.com', password: ' with spaces ' },
		zone: 'Asia/Jerusalem',
		country: 'IL',
		retentionDays: 90,
		rejectsDays: 7,
		auditDays: 365,
		sessionIdleHours: 1,
		demandPasskey: 'admins',
		allowPrivateAddresses: true,
		callerKeyYearly: true,
		smtp: { url: 'smtps://me:secret@mail.example.com:465', from: 'Offpeak <calls@example.com>' },
		oidc: { issuer: 'https://login.example.com/realm', clientId: 'offpeak', clientSecret: 'a-secret' },
		twilioAuthToken: 'a-token',
		proxies: 1,
		keyRate: 600,
		addressRate: 0,
		minFreeMb: 2000,
		log: 'json',
		traces: { endpoint: 'http://127.0.0.1:4318', headers: 'x-a=b', service: 'calls' },
		clockOffsetMs: 1000
	});
});

test.each([
	['PORT', '65536'],
	['PORT', '-1'],
	['PORT', '80.5'],
	['PORT', 'http'],
	['ORIGIN', 'calls.example.com'],
	['ORIGIN', 'ftp://calls.example.com'],
	['ORIGIN', 'https://calls.example.com/path'],
	['ORIGIN', 'https://calls.example.com?'],
	['ORIGIN', 'https://user@calls.example.com'],
	['DATABASE_URL', 'mysql://localhost/offpeak'],
	['DATABASE_URL', 'localhost:5432'],
	['OFFPEAK_API_KEY', 'k'.repeat(23)],
	['OFFPEAK_API_KEY', `${key} ${key}`],
	['OFFPEAK_ADMIN_EMAIL', 'lin@example.com'],
	['OFFPEAK_ADMIN_PASSWORD', 'long enough'],
	['OFFPEAK_ZONE', '+08:00'],
	['OFFPEAK_ZONE', 'Asia/Nowhere'],
	['OFFPEAK_COUNTRY', 'CHN'],
	['OFFPEAK_RETENTION_DAYS', '0'],
	['OFFPEAK_REJECTS_DAYS', 'never'],
	['OFFPEAK_RETENTION_DAYS', '1.5'],
	['OFFPEAK_AUDIT_DAYS', '0'],
	['OFFPEAK_SESSION_IDLE_HOURS', '337'],
	['OFFPEAK_DEMAND_PASSKEY', 'true'],
	['OFFPEAK_ALLOW_PRIVATE_ADDRESSES', 'yes'],
	['OFFPEAK_CALLER_KEY_YEARLY', '1'],
	['SMTP_URL', 'smtp://mail.example.com'],
	['SMTP_FROM', 'calls@example.com'],
	['OIDC_ISSUER', 'https://login.example.com'],
	['OIDC_CLIENT_ID', 'offpeak'],
	['OIDC_CLIENT_SECRET', 'a-secret'],
	['OFFPEAK_NOW', '2026-03-02'],
	['OFFPEAK_NOW', '2026-03-02T09:15:00'],
	['OFFPEAK_NOW', '2026-02-30T09:15:00Z']
])('%s=%s is refused in one sentence that names it', (name, value) => {
	const result = parseSettings({ [name]: value }, now);
	expect(result).toEqual({ error: expect.stringMatching(new RegExp(`^[^.]*\\b${name}\\b.*\\.$`)) });
});

test.each([
	[{ OFFPEAK_ADMIN_EMAIL: 'nobody', OFFPEAK_ADMIN_PASSWORD: 'long enough' }, 'OFFPEAK_ADMIN_EMAIL'],
	[{ OFFPEAK_ADMIN_EMAIL: 'lin@example.com', OFFPEAK_ADMIN_PASSWORD: 'short' }, 'OFFPEAK_ADMIN_PASSWORD']
])('the administrator %o is refused', (env, name) => {
	expect(parseSettings(env, now)).toEqual({ error: expect.stringContaining(name) });
});

test.each([
	[{ SMTP_URL: 'mail.example.com', SMTP_FROM: 'a@example.com' }, 'SMTP_URL'],
	[{ SMTP_URL: 'smtp://mail.example.com', SMTP_FROM: 'nobody' }, 'SMTP_FROM'],
	[{ OIDC_ISSUER: 'http://login.example.com', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }, 'OIDC_ISSUER']
])('the mail server or provider %o is refused', (env, name) => {
	expect(parseSettings(env, now)).toEqual({ error: expect.stringContaining(name) });
});

test('what is refused is not shown, since it may be a secret', () => {
	const secret = 'postgre://offpeak:hunter22@localhost';
	expect(JSON.stringify(parseSettings({ DATABASE_URL: secret }, now))).not.toContain('hunter22');
});
