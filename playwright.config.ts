import { defineConfig } from '@playwright/test';

const json = process.env.OFFPEAK_E2E_JSON;

export default defineConfig({
	testDir: 'e2e',
	// Each file starts a product of its own, with its own database, beside the browser.
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	// Pictures that are kept lie beside the tests, and none is made by the way (e2e/pictures.ts).
	snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
	updateSnapshots: 'none',
	forbidOnly: Boolean(process.env.CI),
	// A browser on a machine that others use, too, may be late once; what needed a second try is told (bin/test.js).
	retries: process.env.CI ? 1 : 0,
	reporter: json ? [['list'], ['json', { outputFile: json }]] : 'list',
	use: {
		browserName: 'chromium',
		locale: 'en-GB',
		timezoneId: 'America/Los_Angeles',
		screenshot: 'only-on-failure',
		launchOptions: {
			// bin/browser.js found it; empty means the one in Playwright's own cache.
			executablePath: process.env.OFFPEAK_BROWSER || undefined,
			// The tests open only pages of their own on this machine, as root and in containers too.
			chromiumSandbox: false,
			args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update']
		}
	}
});
