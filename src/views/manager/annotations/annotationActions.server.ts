import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { database } from '#records/database.server.ts';
import {
	deleteAnnotation,
	readAnnotations,
	restoreAnnotation,
	writeAnnotation
} from '#records/annotations.server.ts';
import { findQueue, type StoredQueue } from '#records/queues.server.ts';
import { annotationFields, readAnnotation, type AnnotationFields } from './annotationForm.ts';
import type { AnnotationProblem } from './annotationForm.ts';
import type { AnnotationsDone } from './annotationsPage.server.ts';

type Asked = Pick<RequestEvent<{ queue: string }>, 'params' | 'locals' | 'request'>;

/** What is wrong with a form. */
export interface AnnotationFault {
	problem: AnnotationProblem;
	fields: AnnotationFields;
}

/** Writes a new annotation, or changes the one that the form names. */
export async function saveAnnotation(asked: Asked) {
	const { stored, form, by, ownOnly } = await begin(asked);
	const fields = annotationFields(form);
	const read = readAnnotation(fields, stored.queue.zone);
	if ('problem' in read) return fail(400, { problem: read.problem, fields });
	const id = textOf(form, 'id') || null;
	if (ownOnly && fields.scope === 'all') error(403);
	if (id !== null && !(await isHere(stored, id, ownOnly))) return fail(400, { problem: gone, fields });
	const draft = { ...read, queueId: fields.scope === 'all' ? null : stored.id };
	const written = await writeAnnotation(database(), id, draft, { by, now: asked.locals.now });
	if (!written) return fail(400, { problem: gone, fields });
	back(asked, 'saved');
}

/** Deletes one; it can come back. */
export async function removeAnnotation(asked: Asked) {
	const { stored, form, ownOnly } = await begin(asked);
	const id = textOf(form, 'id');
	if (await isHere(stored, id, ownOnly)) await deleteAnnotation(database(), id, asked.locals.now);
	back(asked, 'removed');
}

/** Brings back what was deleted last. */
export async function undoRemoval(asked: Asked) {
	const { stored, form, ownOnly } = await begin(asked);
	await restoreAnnotation(database(), textOf(form, 'id'), { queueId: stored.id, ownOnly });
	back(asked, 'undone');
}

/** To the page as it is now: to load it again sends nothing again. */
function back({ params }: Asked, done: AnnotationsDone): never {
	redirect(303, `/dashboard/${params.queue}/annotations?done=${done}`);
}

const gone: AnnotationProblem = 'gone';

async function begin({ params, locals, request }: Asked) {
	if (!locals.person) error(403);
	const stored = await findQueue(database(), params.queue);
	if (!stored) error(404);
	// What is marked for all queues is not for those to change who are for some.
	const ownOnly = locals.person.queues !== null;
	return { stored, form: await request.formData(), by: locals.person.email, ownOnly };
}

/** Whether an annotation shows on this queue's page, where it is changed; with `ownOnly` that of this queue alone. */
async function isHere(stored: StoredQueue, id: string, ownOnly: boolean): Promise<boolean> {
	const shown = await readAnnotations(database(), stored.id);
	return shown.some((one) => one.id === id && !(ownOnly && one.queueId === null));
}

function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
