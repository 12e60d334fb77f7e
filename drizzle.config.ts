import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: './src/records/*chema.server.ts',
	out: './drizzle'
});
