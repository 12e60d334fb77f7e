import { expect, test } from 'vitest';
import { verdict } from './audit.js';

test('fails for known weaknesses, and names them', () => {
	const said = {
		vulnerabilities: { left: { severity: 'high' }, right: { severity: 'low' } },
		metadata: { vulnerabilities: { low: 1, high: 1, total: 2 } }
	};
	expect(verdict(JSON.stringify(said))).toEqual({
		failed: true,
		text: 'Known weaknesses in production dependencies: left (high), right (low).'
	});
});

test('is content with none', () => {
	expect(
		verdict(JSON.stringify({ vulnerabilities: {}, metadata: { vulnerabilities: { total: 0 } } }))
	).toEqual({
		failed: false,
		text: 'No known weaknesses in production dependencies.'
	});
});

test.each(['', '{"message":"405 Method Not Allowed"}', '{"error":{"summary":"offline"}}'])(
	'says so where the registry does not answer: %s',
	(output) => {
		const { failed, text } = verdict(output);
		expect(failed).toBe(false);
		expect(text).toContain('NOT audited');
	}
);
