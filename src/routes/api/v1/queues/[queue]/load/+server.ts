import { getLoad } from '#views/api/load.server.ts';

export async function GET(event) {
	const load = await getLoad(event);
	return load instanceof Response ? load : Response.json(load);
}
