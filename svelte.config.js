import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: process.env.OFFPEAK_BUILD_OUT ?? 'build' }),
		// Offpeak checks the origin of cookie-carrying writes itself (src/access/origin.ts):
		// API clients and phone systems post without an Origin and must not be refused.
		csrf: { trustedOrigins: ['*'] },
		// For types only: the built application is what it is, not something to check.
		alias: { '#handler': 'src/commands/handler.d.ts' },
		version: { pollInterval: 0 }
	}
};
