import { expect, test } from 'vitest';
import { hashPassword, isPassword, passwordProblem } from './passwords.server.ts';

test.each([
	['short', 'passwordShort'],
	['x'.repeat(201), 'passwordShort'],
	['aaaaaaaaaaaa', 'passwordWeak'],
	['1234567890', 'passwordWeak'],
	['Password123!', 'passwordWeak'],
	['qwertyuiop', 'passwordWeak'],
	['lin.wei2026', 'passwordWeak'],
	['1qaz2wsx3edc', 'passwordWeak'],
	['Trustno1trustno1', 'passwordWeak'],
	['michael1987', 'passwordWeak'],
	['four words of mine', null],
	[`${'9'.repeat(3)}${'wet paint, quiet hour '.repeat(9)}`.slice(0, 200), null],
	['密码由几个汉字词语组成', null]
])('%s: %s', (password, problem) => {
	expect(passwordProblem(password, 'lin.wei@example.com')).toBe(problem);
});

test('a hash is Argon2id, and fits its password only', async () => {
	const stored = await hashPassword('four words of mine');
	expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(await isPassword(stored, 'four words of mine')).toBe(true);
	expect(await isPassword(stored, 'four words of mine ')).toBe(false);
	expect(await isPassword(null, 'nobody has this password')).toBe(false);
});
