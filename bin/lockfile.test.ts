import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from './root.js';

interface Locked {
	resolved?: string;
	optionalDependencies?: Record<string, string>;
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
	readFileSync(inRoot('package-lock.json'), 'utf8')
);

test('the programs for every platform are locked, or npm ci refuses elsewhere', () => {
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`]
		)
	);
	expect(missing).toEqual([]);
});

test('packages are locked by content, not by the address they came from', () => {
	const addresses = Object.values(packages).flatMap(({ resolved }) => resolved ?? []);
	expect(addresses).toEqual([]);
});
