import { healthPage } from '#views/manager/health/healthPage.server.ts';

export async function load({ locals }) {
	const { now, lang, person } = locals;
	return { view: await healthPage({ queues: person ? person.queues : [], now, lang }) };
}
