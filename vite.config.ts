import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { isOfCutConnection } from './src/records/testing/isOfCutConnection.ts';

const databaseTests = 'src/**/*{.,+}server.test.ts';

export default defineConfig({
	plugins: [sveltekit()],
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
