import { gzipSync } from 'node:zlib';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { embedScript } from './embedScript.ts';

describe('embedScript', () => {
	it('is at most 1.2 KB compressed', () => {
		expect(gzipSync(embedScript).length).toBeLessThanOrEqual(1200);
	});

	it('is a whole script without comments', () => {
		expect(() => new Script(embedScript)).not.toThrow();
		expect(embedScript).not.toMatch(/^\/[/*]/m);
	});

	it('keeps nothing in the reader’s browser and asks nobody else', () => {
		expect(embedScript).not.toMatch(/cookie|Storage|fetch|XMLHttp|sendBeacon|innerHTML|eval/);
	});
});
