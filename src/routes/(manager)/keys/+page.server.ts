import { keysActions } from '#views/manager/keys/keysActions.server.ts';
import { keysPage } from '#views/manager/keys/keysPage.server.ts';

export async function load({ locals, setHeaders }) {
	setHeaders({ 'cache-control': 'no-store' });
	return { view: await keysPage(locals) };
}

export const actions = keysActions;
