import { expect, test } from 'vitest';
import { cleanText } from './cleanText.ts';

test.each([
	['key offpeak_fL2kD-93jsl_dkdkJJ opens it', 'key offpeak_… opens it'],
	['Authorization: Bearer a-key-of-somebody', 'Authorization: Bearer …'],
	['cannot reach postgres://app:s3cret@db:5432/calls', 'cannot reach postgres://app:…@db:5432/calls'],
	['GET /set-up?token=abc&x=1', 'GET /set-up?token=…&x=1'],
	[
		'Failed query: select 1\nparams: a@example.com,x\n    at f',
		'Failed query: select 1\nparams: …\n    at f'
	],
	["  detail: 'Failing row contains (1, +86 138 0013 8000).',", '  detail: …'],
	['called by +49 30 1234567 today', 'called by … today'],
	['from 13800138000.', 'from ….'],
	['port 5432, 120000 ms, at 2026-03-02T09:15:00Z', 'port 5432, 120000 ms, at 2026-03-02T09:15:00Z'],
	['at chunk-1795346855609.js:12:4', 'at chunk-1795346855609.js:12:4']
])('%j', (text, clean) => expect(cleanText(text)).toBe(clean));
