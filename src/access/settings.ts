import { parseInstant } from '#model/instant.ts';
import type { Settings } from '#model/settings.ts';
import { isZone } from '#time/zone.ts';

/** Every setting read here; README.md has a row for each. */
export const settingNames = [
	'HOST',
	'PORT',
	'ORIGIN',
	'DATABASE_URL',
	'DATA_DIR',
	'OFFPEAK_API_KEY',
	'OFFPEAK_ADMIN_EMAIL',
	'OFFPEAK_ADMIN_PASSWORD',
	'OFFPEAK_ZONE',
	'OFFPEAK_COUNTRY',
	'OFFPEAK_RETENTION_DAYS',
	'OFFPEAK_REJECTS_DAYS',
	'OFFPEAK_AUDIT_DAYS',
	'OFFPEAK_SESSION_IDLE_HOURS',
	'OFFPEAK_DEMAND_PASSKEY',
	'OFFPEAK_ALLOW_PRIVATE_ADDRESSES',
	'OFFPEAK_CALLER_KEY_YEARLY',
	'SMTP_URL',
	'SMTP_FROM',
	'OIDC_ISSUER',
	'OIDC_CLIENT_ID',
	'OIDC_CLIENT_SECRET',
	'TWILIO_AUTH_TOKEN',
	'OFFPEAK_PROXIES',
	'OFFPEAK_KEY_RATE',
	'OFFPEAK_ADDRESS_RATE',
	'OFFPEAK_MIN_FREE_MB',
	'OFFPEAK_LOG',
	'OTEL_EXPORTER_OTLP_ENDPOINT',
	'OTEL_EXPORTER_OTLP_HEADERS',
	'OTEL_SERVICE_NAME',
	'OFFPEAK_NOW'
] as const;

type SettingName = (typeof settingNames)[number];
export type Environment = Record<string, string | undefined>;

/**
 * Reads the settings from the environment; what is empty counts as unset. The first wrong one comes back
 * as a sentence that names it (and never shows its value: several are secrets).
 * `machineNow` (ms since 1970) is the machine's clock, from which `OFFPEAK_NOW` is measured.
 */
export function parseSettings(env: Environment, machineNow: number): Settings | { error: string } {
	const text = (name: SettingName) => env[name]?.trim() || null;
	try {
		return {
			host: text('HOST') ?? '127.0.0.1',
			port: port(text('PORT') ?? '3000'),
			origin: read(text('ORIGIN'), origin),
			databaseUrl: read(text('DATABASE_URL'), databaseUrl),
			dataDir: text('DATA_DIR') ?? './data',
			apiKey: read(text('OFFPEAK_API_KEY'), apiKey),
			admin: admin(text('OFFPEAK_ADMIN_EMAIL'), env.OFFPEAK_ADMIN_PASSWORD || null),
			zone: read(text('OFFPEAK_ZONE'), zone) ?? 'Asia/Shanghai',
			country: read(text('OFFPEAK_COUNTRY'), country) ?? 'CN',
			retentionDays: read(text('OFFPEAK_RETENTION_DAYS'), (value) => days('OFFPEAK_RETENTION_DAYS', value)),
			rejectsDays: read(text('OFFPEAK_REJECTS_DAYS'), (value) => days('OFFPEAK_REJECTS_DAYS', value)) ?? 30,
			auditDays: read(text('OFFPEAK_AUDIT_DAYS'), (value) => days('OFFPEAK_AUDIT_DAYS', value)) ?? 730,
			sessionIdleHours: count('OFFPEAK_SESSION_IDLE_HOURS', text('OFFPEAK_SESSION_IDLE_HOURS') ?? '72', 336),
			demandPasskey: read(text('OFFPEAK_DEMAND_PASSKEY'), passkeysOf),
			allowPrivateAddresses: yes('OFFPEAK_ALLOW_PRIVATE_ADDRESSES', text('OFFPEAK_ALLOW_PRIVATE_ADDRESSES')),
			callerKeyYearly: yes('OFFPEAK_CALLER_KEY_YEARLY', text('OFFPEAK_CALLER_KEY_YEARLY')),
			smtp: smtp(text('SMTP_URL'), text('SMTP_FROM')),
			oidc: oidc(text('OIDC_ISSUER'), text('OIDC_CLIENT_ID'), text('OIDC_CLIENT_SECRET')),
			twilioAuthToken: text('TWILIO_AUTH_TOKEN'),
			proxies: count('OFFPEAK_PROXIES', text('OFFPEAK_PROXIES') ?? '0', 10),
			keyRate: count('OFFPEAK_KEY_RATE', text('OFFPEAK_KEY_RATE') ?? '60000', 10_000_000),
			addressRate: count('OFFPEAK_ADDRESS_RATE', text('OFFPEAK_ADDRESS_RATE') ?? '1200', 10_000_000),
			minFreeMb: count('OFFPEAK_MIN_FREE_MB', text('OFFPEAK_MIN_FREE_MB') ?? '512', 1_000_000_000),
			log: read(text('OFFPEAK_LOG'), log) ?? 'text',
			traces: read(text('OTEL_EXPORTER_OTLP_ENDPOINT'), (value) => ({
				endpoint: collector(value),
				headers: text('OTEL_EXPORTER_OTLP_HEADERS') ?? '',
				service: text('OTEL_SERVICE_NAME') ?? 'offpeak'
			})),
			clockOffsetMs: read(text('OFFPEAK_NOW'), (value) => instant(value) - machineNow) ?? 0
		};
	} catch (error) {
		if (error instanceof WrongSetting) return { error: error.message };
		throw error;
	}
}

class WrongSetting extends Error {}

function read<Value>(value: string | null, parse: (value: string) => Value): Value | null {
	return value === null ? null : parse(value);
}

function need(holds: boolean, sentence: string): asserts holds {
	if (!holds) throw new WrongSetting(sentence);
}

function port(value: string): number {
	need(/^\d{1,5}$/.test(value) && Number(value) <= 65535, 'PORT must be a whole number from 0 to 65535.');
	return Number(value);
}

function origin(value: string): string {
	const url = URL.canParse(value) ? new URL(value) : null;
	need(
		url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`,
		'ORIGIN must be an http or https address without a path, such as https://calls.example.com.'
	);
	return url.origin;
}

function databaseUrl(value: string): string {
	// Its own pattern, since postgres:///name (a server on a socket) has no host, which URL would want.
	need(
		/^postgres(ql)?:\/\/\S+$/.test(value),
		'DATABASE_URL must be a PostgreSQL address, such as postgres://user:password@localhost:5432/offpeak.'
	);
	return value;
}

function apiKey(value: string): string {
	need(
		/^[\x21-\x7e]{24,}$/.test(value),
		'OFFPEAK_API_KEY must have at least 24 characters: ASCII letters, digits and signs, no spaces.'
	);
	return value;
}

function admin(email: string | null, password: string | null): Settings['admin'] {
	if (email === null && password === null) return null;
	need(password !== null, 'OFFPEAK_ADMIN_EMAIL is set, so OFFPEAK_ADMIN_PASSWORD must be set too.');
	need(email !== null, 'OFFPEAK_ADMIN_PASSWORD is set, so OFFPEAK_ADMIN_EMAIL must be set too.');
	need(/^[^\s@]+@[^\s@]+$/.test(email), 'OFFPEAK_ADMIN_EMAIL must be an e-mail address.');
	need(password.length >= 8, 'OFFPEAK_ADMIN_PASSWORD must have at least 8 characters.');
	return { email, password };
}

function zone(value: string): string {
	need(isZone(value), 'OFFPEAK_ZONE must be an IANA time zone, such as Asia/Shanghai.');
	return value;
}

function country(value: string): string {
	need(/^[a-z]{2}$/i.test(value), 'OFFPEAK_COUNTRY must be a country code of two letters, such as CN.');
	return value.toUpperCase();
}

function days(name: SettingName, value: string): number {
	need(/^[1-9]\d{0,5}$/.test(value), `${name} must be a whole number of days, at least 1.`);
	return Number(value);
}

function yes(name: SettingName, value: string | null): boolean {
	need(value === null || /^(true|false)$/.test(value), `${name} must be true or false.`);
	return value === 'true';
}

function count(name: SettingName, value: string, most: number): number {
	need(
		/^\d{1,10}$/.test(value) && Number(value) <= most,
		`${name} must be a whole number from 0 to ${most}.`
	);
	return Number(value);
}

function log(value: string): 'text' | 'json' {
	need(value === 'text' || value === 'json', 'OFFPEAK_LOG must be text or json.');
	return value;
}

function passkeysOf(value: string): 'admins' | 'everybody' {
	need(value === 'admins' || value === 'everybody', 'OFFPEAK_DEMAND_PASSKEY must be admins or everybody.');
	return value;
}

function collector(value: string): string {
	need(
		URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
		'OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address, such as http://127.0.0.1:4318.'
	);
	return value;
}

function smtp(url: string | null, from: string | null): Settings['smtp'] {
	if (url === null && from === null) return null;
	need(url !== null, 'SMTP_FROM is set, so SMTP_URL must be set too.');
	need(from !== null, 'SMTP_URL is set, so SMTP_FROM must be set too.');
	need(
		/^smtps?:\/\/\S+$/.test(url) && URL.canParse(url),
		'SMTP_URL must be an address such as smtps://user:password@mail.example.com:465.'
	);
	need(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from), 'SMTP_FROM must be an e-mail address.');
	return { url, from };
}

function oidc(issuer: string | null, clientId: string | null, clientSecret: string | null): Settings['oidc'] {
	if (issuer === null && clientId === null && clientSecret === null) return null;
	const missing = 'is missing: it takes OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together.';
	need(issuer !== null, `OIDC_ISSUER ${missing}`);
	need(clientId !== null, `OIDC_CLIENT_ID ${missing}`);
	need(clientSecret !== null, `OIDC_CLIENT_SECRET ${missing}`);
	const url = URL.canParse(issuer) ? new URL(issuer) : null;
	const isPlain = url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
	need(
		url?.protocol === 'https:' || isPlain,
		'OIDC_ISSUER must be an https address, such as https://login.example.com.'
	);
	return { issuer, clientId, clientSecret };
}

function instant(value: string): number {
	const at = parseInstant(value);
	need(at !== null, 'OFFPEAK_NOW must be an instant with its offset, such as 2026-03-02T09:15:00+08:00.');
	return at;
}
