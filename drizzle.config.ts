import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: './src/records/schema.server.ts',
	out: './drizzle'
});
