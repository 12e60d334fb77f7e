import { expect, test } from 'vitest';
import { cookieName } from './cookieName.ts';
import { needsPasskey } from './needsPasskey.ts';

test.each([
	[null, 'admin', false, 'all', false],
	['admins', 'admin', false, 'all', true],
	['admins', 'admin', false, 'none', false],
	['admins', 'admin', true, 'all', false],
	['admins', 'manager', false, 'own', false],
	['everybody', 'viewer', false, 'own', true],
	['everybody', 'viewer', true, 'own', false]
] as const)('demanded of %s: %s, strong %s, at %s: %s', (demand, role, isStrong, reach, needed) => {
	expect(needsPasskey({ role, isStrong }, demand, { reach })).toBe(needed);
});

test('cookies are bound to their host where pages come over TLS', () => {
	expect(cookieName('lang', new URL('https://calls.example.com/'))).toBe('__Host-lang');
	expect(cookieName('lang', new URL('http://127.0.0.1:3000/'))).toBe('lang');
});
