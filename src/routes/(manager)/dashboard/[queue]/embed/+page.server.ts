import { error, fail } from '@sveltejs/kit';
import { base } from '$app/paths';
import { database } from '#records/database.server.ts';
import { checkAddress } from '#views/manager/embed/checkAddress.server.ts';
import { embedBuilder } from '#views/manager/embed/embedBuilder.server.ts';
import { product } from '#work/product.server.ts';

export async function load({ params, locals, url }) {
	const asked = { query: url.searchParams, lang: locals.lang, root: url.origin + base, base };
	return { view: (await embedBuilder(database(), params.queue, asked)) ?? error(404) };
}

export const actions = {
	async check({ params, locals, url, request }) {
		const address = String((await request.formData()).get('address') ?? '');
		const { allowPrivateAddresses: allowPrivate } = product().settings;
		const { person, now } = locals;
		const checker = { person, now, root: url.origin + base, allowPrivate };
		const checked = (await checkAddress(database(), params.queue, address, checker)) ?? error(404);
		const statuses: Record<string, number> = { refused: 403, too_many: 429 };
		return 'problem' in checked ? fail(statuses[checked.problem] ?? 400, { checked }) : { checked };
	}
};
