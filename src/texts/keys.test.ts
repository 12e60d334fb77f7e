import { expect, test } from 'vitest';
import { keysTexts } from './keys.ts';

test('does not say that no key is valid where that of the settings is', () => {
	expect(keysTexts('en').finding(0, 0, true)).toBe(
		'Only the key of the settings (OFFPEAK_API_KEY) is valid.'
	);
	expect(keysTexts('zh').finding(0, 0, true)).toBe('只有设置中的密钥（OFFPEAK_API_KEY）有效。');
	expect(keysTexts('en').finding(0, 0, false)).toContain('No key is valid');
	expect(keysTexts('en').finding(2, 1, true)).toBe('2 keys are valid; one was never used.');
});
