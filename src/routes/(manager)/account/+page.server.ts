import { accountActions } from '#views/manager/account/accountActions.server.ts';
import { accountPage } from '#views/manager/account/accountPage.server.ts';

export async function load(event) {
	event.setHeaders({ 'cache-control': 'no-store' });
	return { view: await accountPage(event) };
}

export const actions = accountActions;
