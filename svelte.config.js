import adapter from '@sveltejs/adapter-node';

/** Of the style of `#svelte-announcer`; e2e/policy.test.ts sees when the framework changes it. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: process.env.OFFPEAK_BUILD_OUT ?? 'build' }),
		// Offpeak checks the origin of cookie-carrying writes itself (src/access/origin.ts):
		// API clients and phone systems post without an Origin and must not be refused.
		csrf: { trustedOrigins: ['*'] },
		// Pages of managers; the call guide and the embeds, which may do less, bring their own (views/public).
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The framework's announcer of page changes has one attribute of style: that one, and no other.
				'style-src-attr': ['unsafe-hashes', announcerStyle],
				'img-src': ['self', 'data:'],
				'connect-src': ['self'],
				'frame-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none']
			}
		},
		// For types only: the built application is what it is, not something to check.
		alias: { '#handler': 'src/commands/handler.d.ts' },
		version: { pollInterval: 0 },
		// Written as browsers write them: else every link of a page is set anew when it wakes up.
		paths: { relative: false },
		// All styles of a page come with it: twenty sheets of a kilobyte kept a telephone's page white for a second.
		inlineStyleThreshold: 16_384
	}
};
