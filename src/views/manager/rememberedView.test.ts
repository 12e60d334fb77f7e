import { expect, test } from 'vitest';
import { viewOf, withRemembered } from './rememberedView.ts';

const query = (text: string) => new URLSearchParams(text);

test('keeps how one looks, not at what', () => {
	expect(viewOf(query('measure=p90&weeks=13&from=2026-01-01&cell=1-9&step=quarter'))).toBe(
		'measure=p90&weeks=13&step=quarter'
	);
	expect(viewOf(query('from=2026-01-01'))).toBeNull();
	expect(viewOf(query('measure=%22%3Cscript%3E'))).toBeNull();
});

test('an address that says how to look is left alone', () => {
	expect(withRemembered(query('lang=en'), 'measure=p90&weeks=13')).toBe('?lang=en&measure=p90&weeks=13');
	expect(withRemembered(query('measure=load'), 'measure=p90')).toBeNull();
	expect(withRemembered(query(''), undefined)).toBeNull();
	expect(withRemembered(query(''), 'anything=else')).toBeNull();
});
