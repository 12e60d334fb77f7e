import { expect, test } from 'vitest';
import { networkOf } from './networkOf.ts';

test.each([
	['203.0.113.7', '203.0.113.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['2001:db8::2', '2001:db8:0:0'],
	['2001:db8:1::1', '2001:db8:1:0'],
	['2001:db8:1:0:a:b:c:d', '2001:db8:1:0'],
	['::1', '0:0:0:0'],
	['2001:db8::', '2001:db8:0:0']
])('%s is of %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});
