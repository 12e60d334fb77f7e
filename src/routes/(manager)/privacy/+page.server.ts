import { privacyActions, privacyPage } from '#views/manager/privacy/privacyPage.server.ts';

export async function load({ locals }) {
	return { view: await privacyPage(locals.lang) };
}

export const actions = privacyActions;
