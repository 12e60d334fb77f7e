import { stopPage, stopPageActions } from '#views/manager/report/mail/stopPage.server.ts';

export function load(event) {
	event.setHeaders({ 'cache-control': 'no-store' });
	return stopPage(event);
}

export const actions = stopPageActions;
