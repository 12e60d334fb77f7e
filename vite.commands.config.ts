import { defineConfig } from 'vite';

// The second half of `npm run build`: the command line, as plain JavaScript that Node 20 can run.
// npm packages stay outside, and so does the application itself (`#handler` is build/handler.js).
export default defineConfig({
	publicDir: false,
	build: {
		ssr: true,
		target: 'node20',
		outDir: process.env.OFFPEAK_BUILD_OUT ?? 'build',
		emptyOutDir: false,
		minify: false,
		rolldownOptions: {
			input: {
				prepare: 'src/commands/prepare.ts',
				start: 'src/commands/start.ts',
				offpeak: 'src/commands/offpeak.ts'
			},
			external: ['#handler'],
			output: {
				format: 'esm',
				entryFileNames: '[name].js',
				chunkFileNames: 'commands/[name]-[hash].js'
			}
		}
	}
});
