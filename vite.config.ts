import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		include: ['src/**/*.test.ts', 'bin/**/*.test.ts'],
		// Wall time must never come from the machine: tests run where neither UTC nor the queue's zone holds.
		env: { TZ: 'America/Los_Angeles' },
		testTimeout: 60_000,
		hookTimeout: 120_000
	}
});
