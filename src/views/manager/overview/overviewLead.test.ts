import { expect, test } from 'vitest';
import { overviewLead } from './overviewLead.ts';

const queue = (hasCalls: boolean, needsAttention = false) => ({ name: 'Payments', hasCalls, needsAttention });

test('does not say that a queue without any call runs as usual', () => {
	expect(overviewLead([queue(false)], 'en')).toBe('No calls today, nor on days like today.');
	expect(overviewLead([queue(false), queue(false)], 'zh')).toBe('今天和同类日子都没有来电。');
	expect(overviewLead([queue(true), queue(false)], 'en')).toBe(
		'1 queue runs as usual; 1 had no calls today, nor on days like today.'
	);
	expect(overviewLead([queue(true)], 'en')).toBe('The queue runs as usual.');
	expect(overviewLead([queue(true), queue(true)], 'en')).toBe('All 2 queues run as usual.');
});

test('names those that need somebody, whatever the others do', () => {
	expect(overviewLead([queue(true, true), queue(false)], 'en')).toBe('Payments needs attention.');
});
