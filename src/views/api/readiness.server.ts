import { product } from '#work/product.server.ts';
import { problem } from './problem.ts';

/** `GET /readyz`: whether the database answers. */
export async function readiness(): Promise<Response> {
	try {
		await product().database.sql`select 1`;
		return new Response('ready\n');
	} catch {
		return problem(503, 'Not ready', 'The database does not answer.', {}, { 'retry-after': '2' });
	}
}
