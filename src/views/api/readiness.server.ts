import { product } from '#work/product.server.ts';
import { problem } from './problem.ts';

/** Whoever asks this gives up soon, so silence is an answer too. */
const patienceMs = 2_000;

/** `GET /readyz`: whether the database answers. */
export async function readiness(): Promise<Response> {
	try {
		if (product().database.standstill.isOn) throw new Error('the database stands still');
		await Promise.race([product().database.sql`select 1`, timeout()]);
		return new Response('ready\n');
	} catch {
		return problem(503, 'Not ready', 'The database does not answer.', {}, { 'retry-after': '2' });
	}
}

function timeout(): Promise<never> {
	return new Promise((_, reject) => setTimeout(reject, patienceMs).unref());
}
