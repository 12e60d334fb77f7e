import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from './root.js';

const text = (name: string) => readFileSync(inRoot('deploy', name), 'utf8');
const dockerfile = text('Dockerfile');
const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

test('the image runs the start as the README says, as nobody special, and copies what that needs', () => {
	const command = /^CMD (\[.*\])$/m.exec(last)?.[1] ?? '[]';
	expect(JSON.parse(command).join(' ')).toBe('node --max-old-space-size=1024 bin/offpeak.js start');
	expect(last).toMatch(/^USER node$/m);
	expect(last.indexOf('\nUSER ')).toBeLessThan(last.indexOf('\nCMD '));
	for (const part of ['package.json', 'bin', 'build', 'drizzle', 'node_modules'])
		expect(last).toMatch(new RegExp(`/app/${part} \\./`));
	expect(last).toMatch(/^HEALTHCHECK [^]*\/readyz/m);
	expect(readFileSync(inRoot('README.md'), 'utf8')).toContain(
		'node --max-old-space-size=1024 bin/offpeak.js start'
	);
});

test('the service runs the same', () => {
	const service = text('offpeak.service');
	expect(service).toMatch(/^ExecStart=\/usr\/bin\/node --max-old-space-size=1024 bin\/offpeak\.js start$/m);
	expect(service).toMatch(/^KillMode=mixed$/m);
});

test('proxies pass streams on at once and say where requests come from', () => {
	expect(text('nginx.conf')).toMatch(/proxy_buffering off;/);
	expect(text('nginx.conf')).toMatch(/X-Forwarded-For \$proxy_add_x_forwarded_for;/);
	expect(text('Caddyfile')).toMatch(/flush_interval -1/);
	expect(text('compose.yaml')).toMatch(/OFFPEAK_PROXIES: '1'/);
});
