import { expect, test } from 'vitest';
import { clientAddress } from './clientAddress.ts';

test.each([
	['no proxy: the header does not count', '203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
	['one proxy: the last', '127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
	[
		'one proxy: what the client wrote does not count',
		'127.0.0.1',
		'6.6.6.6, 198.51.100.1',
		1,
		'198.51.100.1'
	],
	['two proxies', '127.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
	['fewer than there should be: somebody came around them', '203.0.113.9', '6.6.6.6', 2, '203.0.113.9'],
	['no header', '203.0.113.9', undefined, 1, '203.0.113.9'],
	['no address', '203.0.113.9', 'unknown', 1, '203.0.113.9'],
	['several headers', '127.0.0.1', ['6.6.6.6', '198.51.100.1'], 1, '198.51.100.1'],
	['version 4 in 6', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
	['with a port', '127.0.0.1', '198.51.100.1:4711', 1, '198.51.100.1'],
	['version 6 with a port', '127.0.0.1', '[2001:db8::1]:4711', 1, '2001:db8::1']
])('%s', (_, connection, forwarded, proxies, expected) => {
	expect(clientAddress(connection, forwarded, proxies)).toBe(expected);
});
