import { getLive } from '#views/api/live.server.ts';

export async function GET(event) {
	const live = await getLive(event);
	return live instanceof Response ? live : Response.json(live, { headers: { 'cache-control': 'no-store' } });
}
