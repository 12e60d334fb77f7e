import { expect, test } from 'vitest';
import { maskCallers } from './maskCallers.ts';

const problem = { field: null, code: 'required' as const, message: 'x' };

test('hides the caller of a record, also where its text is a vendor’s or a form', () => {
	const record = { id: '1', caller: '+49301234567' };
	for (const text of [
		'{"caller":"+49301234567","id":"1"}',
		'<n>+49301234567</n>',
		'from=%2B49301234567&id=1'
	])
		expect(maskCallers({ line: 1, text, record })).not.toContain('1234567');
	expect(maskCallers({ line: 1, text: 'a 101 b', record: { caller: '101' } })).toBe('a … b');
	expect(maskCallers({ line: 1, text: 'from=%2B49301234567', problem, caller: '+49301234567' })).toBe(
		'from=%2B…'
	);
});

test('hides every long number of what could not be read, and leaves the rest', () => {
	expect(maskCallers({ line: 1, text: 'x=+49 30 1234567&y=42', problem })).toBe('x=…&y=42');
	expect(maskCallers({ line: 1, text: '1772414130|x', problem, caller: null })).toBe('1772414130|x');
});
