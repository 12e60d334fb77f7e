import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { embedRelease, embedReleases, embedScript } from './embedScript.ts';
import releases from './embedReleases/releases.json';

const room = new URL('./', import.meta.url);
const hash = (kind: string, bytes: string | Buffer) =>
	`${kind}-${createHash(kind).update(bytes).digest('base64')}`;

describe('embed.js', () => {
	it('is at most 1.2 KB compressed', () => {
		expect(gzipSync(embedScript.code).length).toBeLessThanOrEqual(1200);
	});

	it('is a whole script', () => {
		expect(() => new Script(embedScript.code)).not.toThrow();
	});

	it('keeps nothing in the reader’s browser and asks nobody else', () => {
		expect(embedScript.code).not.toMatch(/cookie|Storage|fetch|XMLHttp|sendBeacon|innerHTML|eval/);
	});

	it('is made from the source as it stands; else run node bin/releaseEmbed.js with the next version', () => {
		expect(hash('sha256', readFileSync(new URL('embedScript.js', room)))).toBe(releases.at(-1)?.source);
	});
});

describe('a released version', () => {
	it.each(embedReleases)('$version has the bytes that pages know by their hash', ({ code, integrity }) => {
		expect(hash('sha384', code)).toBe(integrity);
	});

	it('stays: every copy is listed, and every listed one is served', () => {
		const copies = readdirSync(new URL('embedReleases', room)).filter((name) => name.endsWith('.txt'));
		expect(copies.map((name) => name.replace('.txt', '')).toSorted()).toEqual(
			releases.map(({ version }) => version).toSorted()
		);
		// Pages that name 1.0.0 by this hash are out there.
		expect(embedRelease('1.0.0')?.integrity).toBe(
			'sha384-9lXCeL6cV4hQvlWFNK9ZozhEsUrfQqFSMEb8FItyT5qZbFkM/l+jq3WqfJnbjVgq'
		);
		expect(embedRelease('9.9.9')).toBeNull();
	});
});
