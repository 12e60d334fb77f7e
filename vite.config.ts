import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { isOfCutConnection } from './src/records/testing/isOfCutConnection.ts';

const databaseTests = 'src/**/*{.,+}server.test.ts';

/**
 * Which modules pages get as one file. Left alone each set of pages that share something has a file of its own: fifty
 * requests of a kilobyte for the page of a queue, which cost a telephone more than what is in them.
 */
const manyPages = 6;
const scripts = [
	{ name: 'framework', test: /node_modules\/(svelte|@sveltejs|esm-env|clsx|devalue)\//, minShareCount: 2 },
	{ name: 'd3', test: /node_modules\/(d3|internmap)/, minShareCount: 2 },
	{ name: 'texts', test: /\/src\/(texts|time|model|analysis|access)\//, minShareCount: manyPages },
	// Tables and links are on pages without charts too.
	{
		name: 'manager',
		test: /\/src\/(views\/(manager\/)?|charts\/(TableRegion|TakeTable|taking|stackedRow|DataTable))[^/]*$/,
		minShareCount: manyPages
	},
	{ name: 'charts', test: /\/src\/charts\//, minShareCount: 3 }
];

/**
 * Nearly all of the other scripts runs while a page wakes up. The browser compiles them whole as they arrive, beside its
 * main thread; else it stops at each function that is called for the first time, which was more than half of that time.
 */
const runLater = ['d3', 'charts'];
const compileAtOnce = '//# allFunctionsCalledOnLoad';

export default defineConfig({
	plugins: [sveltekit()],
	environments: {
		client: {
			build: {
				// The server names the scripts of a page in its head; to name them again costs a telephone's start more than it saves.
				modulePreload: {
					polyfill: false,
					resolveDependencies: (_, all) => all.filter((name) => name.endsWith('.css'))
				},
				rolldownOptions: {
					output: {
						codeSplitting: { groups: scripts },
						postBanner: ({ name }) => (runLater.includes(name) ? '' : compileAtOnce)
					}
				}
			}
		}
	},
	test: {
		// Wall time must never come from the machine: tests run where neither UTC nor the queue's zone holds.
		env: { TZ: 'America/Los_Angeles' },
		// Over several machines each statement takes its time, and the properties have many.
		testTimeout: process.env.OFFPEAK_TEST_CITUS_URL ? 600_000 : 60_000,
		hookTimeout: 120_000,
		onUnhandledError: (error) => !isOfCutConnection(error),
		projects: [
			{
				extends: true,
				test: { name: 'pure', include: ['src/**/*.test.ts', 'bin/**/*.test.ts'], exclude: [databaseTests] }
			},
			{
				// One PostgreSQL for the run, started only when one of these files is to run.
				extends: true,
				test: {
					name: 'database',
					include: [databaseTests],
					globalSetup: 'src/records/testing/databaseServer.server.ts'
				}
			}
		]
	}
});
