import { peopleActions } from '#views/manager/people/peopleActions.server.ts';
import { peoplePage } from '#views/manager/people/peoplePage.server.ts';

export async function load({ url, locals, setHeaders }) {
	setHeaders({ 'cache-control': 'no-store' });
	const { lang, now, person } = locals;
	return { view: await peoplePage({ url, lang, now, ownId: person?.id ?? 0 }) };
}

export const actions = peopleActions;
