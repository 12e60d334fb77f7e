import { csvText } from '#views/api/csvText.ts';
import { getLoad } from '#views/api/load.server.ts';

export async function GET(event) {
	const load = await getLoad(event);
	if (load instanceof Response) return load;
	return new Response(csvText(load.rows), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
