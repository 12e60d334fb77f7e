import { error } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import {
	removeAnnotation,
	saveAnnotation,
	undoRemoval
} from '#views/manager/annotations/annotationActions.server.ts';
import { annotationsPage } from '#views/manager/annotations/annotationsPage.server.ts';

export async function load({ params, locals, url }) {
	const mayWrite = locals.person !== null && locals.person.role !== 'viewer';
	const ownOnly = locals.person?.queues !== null;
	const asked = { query: url.searchParams, now: locals.now, lang: locals.lang, mayWrite, ownOnly };
	return { view: (await annotationsPage(database(), params.queue, asked)) ?? error(404) };
}

export const actions = { save: saveAnnotation, remove: removeAnnotation, undo: undoRemoval };
