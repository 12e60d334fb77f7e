import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingNames } from '../src/access/settings.ts';
import { inRoot } from './root.js';

const text = (name: string) => readFileSync(inRoot('deploy', name), 'utf8');
const dockerfile = text('Dockerfile');
const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

test('the image runs the start as the README says, as nobody special, and copies what that needs', () => {
	const command = /^CMD (\[.*\])$/m.exec(last)?.[1] ?? '[]';
	expect(JSON.parse(command).join(' ')).toBe(
		'node --max-old-space-size=1024 --max-semi-space-size=32 bin/offpeak.js start'
	);
	expect(last).toMatch(/^USER node$/m);
	expect(last.indexOf('\nUSER ')).toBeLessThan(last.indexOf('\nCMD '));
	for (const part of ['package.json', 'bin', 'build', 'drizzle', 'node_modules'])
		expect(last).toMatch(new RegExp(`/app/${part} \\./`));
	expect(last).toMatch(/^HEALTHCHECK [^]*\/readyz/m);
	expect(readFileSync(inRoot('README.md'), 'utf8')).toContain(
		'node --max-old-space-size=1024 --max-semi-space-size=32 bin/offpeak.js start'
	);
});

test('the service runs the same', () => {
	const service = text('offpeak.service');
	expect(service).toMatch(
		/^ExecStart=\/usr\/bin\/node --max-old-space-size=1024 --max-semi-space-size=32 bin\/offpeak\.js start$/m
	);
	expect(service).toMatch(/^KillMode=mixed$/m);
});

test('proxies pass streams on at once and say where requests come from', () => {
	expect(text('nginx.conf')).toMatch(/proxy_buffering off;/);
	expect(text('nginx.conf')).toMatch(/X-Forwarded-For \$proxy_add_x_forwarded_for;/);
	expect(text('Caddyfile')).toMatch(/flush_interval -1/);
	expect(text('compose.yaml')).toMatch(/OFFPEAK_PROXIES: '1'/);
});

/** Settings that are given by name, as `NAME=…`, `NAME: …` or `-e NAME`. */
const namesIn = (name: string) =>
	[...text(name).matchAll(/^[^#]*?\b([A-Z][A-Z_]{3,})(?=[=:] ?\S)/gm)].map(([, found]) => found);

test('what they set is a setting of the README, and whatever else is known', () => {
	const others = [
		'NODE_ENV',
		'OFFPEAK_ORIGIN',
		'OFFPEAK_UPSTREAM',
		'POSTGRES_USER',
		'POSTGRES_DB',
		'POSTGRES_PASSWORD'
	];
	const known = new Set<string | undefined>([...settingNames, ...others]);
	const set = ['Dockerfile', 'compose.yaml', 'offpeak.service'].flatMap(namesIn);
	expect(set).toEqual(
		expect.arrayContaining(['DATA_DIR', 'OFFPEAK_PROXIES', 'OFFPEAK_LOG', 'DATABASE_URL', 'ORIGIN'])
	);
	expect(set.filter((name) => !known.has(name))).toEqual([]);
});

test('one port is listened on, exposed, asked for health and sent to', () => {
	expect(dockerfile).toMatch(/^\s+PORT=3000 /m);
	expect(dockerfile).toMatch(/^EXPOSE 3000$/m);
	const health = /^HEALTHCHECK [^]*?CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
	expect(JSON.parse(health).slice(0, 2)).toEqual(['node', '-e']);
	expect(text('compose.yaml')).toMatch(/OFFPEAK_UPSTREAM: offpeak:3000$/m);
	expect(text('Caddyfile')).toMatch(/OFFPEAK_UPSTREAM:127\.0\.0\.1:3000/);
	expect(text('nginx.conf')).toMatch(/server 127\.0\.0\.1:3000;/);
});

test('nothing but the data can be written, by nobody special', () => {
	expect(dockerfile).toMatch(/--owner=node --group=node --mode=0700 \/data$/m);
	expect(dockerfile).toMatch(/^VOLUME \/data$/m);
	expect(last).not.toMatch(/--chown=node/);
	expect(text('compose.yaml')).toMatch(/read_only: true/);
	expect(text('compose.yaml')).toMatch(/- offpeak:\/data$/m);
	const service = text('offpeak.service');
	for (const line of [
		'User=offpeak',
		'ProtectSystem=strict',
		'NoNewPrivileges=true',
		'StateDirectory=offpeak'
	])
		expect(service.split('\n')).toContain(line);
	expect(service).toMatch(/DATA_DIR=\/var\/lib\/offpeak\b/);
});

test('proxies let go of idle connections before the server does, and send no key on that came in the clear', () => {
	const server = readFileSync(inRoot('src', 'commands', 'webServer.ts'), 'utf8');
	const keptSeconds = Number(/keepAliveTimeout: (\d+)_000/.exec(server)?.[1]);
	const seconds = (name: string, pattern: RegExp) => Number(pattern.exec(text(name))?.[1]);
	expect(seconds('nginx.conf', /keepalive_timeout (\d+)s;/)).toBeLessThan(keptSeconds);
	expect(seconds('Caddyfile', /keepalive (\d+)s/)).toBeLessThan(keptSeconds);
	// A stream says something every 15 s.
	expect(seconds('nginx.conf', /proxy_read_timeout (\d+)s;/)).toBeGreaterThan(30);
	expect(text('nginx.conf')).toMatch(/location \/api\/ \{\s+return 403;/);
	// Written so that Debian 12's nginx takes it, too.
	expect(text('nginx.conf')).not.toMatch(/^\s*http2 on;/m);
});
