// `npm test`: everything, in this order. All steps run, so that one look shows all that is wrong; only the
// end-to-end tests need the build before them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, root } from './root.js';

const results = mkdtempSync(join(tmpdir(), 'offpeak-results-'));
process.on('exit', () => rmSync(results, { recursive: true, force: true }));
const unitJson = join(results, 'unit.json');
const e2eJson = join(results, 'e2e.json');

const modules = (/** @type {string} */ path) => inRoot('node_modules', ...path.split('/'));
const totals = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const summary = [];

step('types', [
	[modules('@sveltejs/kit/svelte-kit.js'), 'sync'],
	[modules('svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings']
]);
step('lint', [
	[modules('eslint/bin/eslint.js'), '.'],
	[modules('prettier/bin/prettier.cjs'), '--check', '.']
]);
const built = step('build', [[inRoot('bin', 'build.js'), '--quiet']]);
step(
	'unit and integration',
	[
		[modules('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json'].concat(
			`--outputFile.json=${unitJson}`
		)
	],
	() => {
		const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readJson(unitJson);
		return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
	}
);
if (built)
	step('end to end', [[inRoot('bin', 'e2e.js')]], () => {
		const { expected, unexpected, flaky, skipped } = readJson(e2eJson).stats;
		if (flaky > 0) summary.push(`end to end: ${flaky} passed only when tried again`);
		return { passed: expected + flaky, failed: unexpected, skipped };
	});
else summary.push('end to end: not run, since there is no build');

console.log(`\n${summary.join('\n')}\n`);
const skipped = totals.skipped ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed ? 1 : 0;

/**
 * Runs programs of Node one after the other, to the first that fails.
 * @param {string} name
 * @param {string[][]} programs
 * @param {() => typeof totals} [count] reads how many tests there were
 */
function step(name, programs, count) {
	console.log(`\n== ${name} ==\n`);
	const startedAt = performance.now();
	const env = { ...process.env, OFFPEAK_E2E_JSON: e2eJson };
	const ok = programs.every(
		(program) => spawnSync(process.execPath, program, { cwd: root, env, stdio: 'inherit' }).status === 0
	);
	const tests = counted(count);
	totals.passed += tests.passed;
	// A step that fails without a failed test (a type, a rule, a file that does not load) counts as one.
	totals.failed += ok ? tests.failed : Math.max(tests.failed, 1);
	totals.skipped += tests.skipped;
	const seconds = Math.round((performance.now() - startedAt) / 1000);
	summary.push(`${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds} s`);
	return ok;
}

/** @param {(() => typeof totals) | undefined} count */
function counted(count) {
	try {
		return count ? count() : { passed: 0, failed: 0, skipped: 0 };
	} catch {
		// The program ended before it could write its results: the step's exit code tells.
		return { passed: 0, failed: 0, skipped: 0 };
	}
}

/** @param {string} file */
function readJson(file) {
	if (!existsSync(file)) throw new Error(`no results in ${file}`);
	return JSON.parse(readFileSync(file, 'utf8'));
}
