import { fail, type RequestEvent } from '@sveltejs/kit';
import { BodyProblem } from '#ingest/bodyProblem.ts';
import type { AuditChange } from '#model/audit.ts';
import { mayRead } from '#model/person.ts';
import { keepLayout, readLayout } from '#records/importLayouts.server.ts';
import { listQueues } from '#records/queues.server.ts';
import { formatBytes } from './formatBytes.ts';
import { importingTexts } from '#texts/importing.ts';
import { product } from '#work/product.server.ts';
import { beginningOf, previewBytes, readImportForm } from './importForm.server.ts';
import { importQuery, layoutQuery } from './importQuery.ts';
import { previewImport } from './previewImport.server.ts';
import { previewView } from './previewView.server.ts';
import { reportView } from './reportView.server.ts';
import { runImport, type ImportRun } from './runImport.server.ts';

const dayMs = 86_400_000;
/** Such bodies are read whole or not at all. */
const jsonBytes = 8 * 1024 * 1024;

/** What the page offers before a file is there. */
export async function importPage(event: Pick<RequestEvent, 'locals'>) {
	const { database, settings } = product();
	const { person, lang } = event.locals;
	const queues = (await listQueues(database)).filter(({ queue }) => mayRead(person, queue.slug));
	return {
		mayImport: person?.role !== 'viewer',
		queues: queues.map(({ queue }) => ({ slug: queue.slug, name: queue.name[lang] })),
		zones: [...new Set([settings.zone, ...Intl.supportedValuesOf('timeZone'), 'UTC'])]
	};
}

/** Shows what would become of the file's beginning. */
export async function previewAction(event: RequestEvent) {
	const form = await readForm(event);
	if ('status' in form) return form;
	const { settings } = product();
	const { lang, now } = event.locals;
	const { fields, file } = form;
	const seen = await inBody(() => beginningOf(file.bytes, jsonBytes));
	if ('status' in seen) return seen;
	const bytes = Number(fields.get('bytes')) || seen.beginning.length;
	const looked = seen.beginning.subarray(0, isJson(seen.beginning) ? jsonBytes : previewBytes);
	const isWhole = seen.isWhole && looked.length === bytes;
	const oldestAt = settings.retentionDays === null ? null : now - settings.retentionDays * dayMs;
	const look = (query: URLSearchParams) =>
		previewImport({ beginning: looked, isWhole }, query, { zone: settings.zone, now, oldestAt });
	const first = look(importQuery(fields));
	const known = fields.has('format') ? null : await knownLayout(first);
	const preview = known === null ? first : look(known);
	if ('problem' in preview) return fail(400, { problem: preview.problem });
	const texts = importingTexts(lang).file;
	const size = formatBytes(bytes, lang);
	return {
		preview: {
			...previewView(preview, { lang, now }),
			isKnown: known !== null,
			queue: preview.query.get('queue') ?? '',
			source: preview.query.get('source') ?? '',
			fields: fields.get('fields') ?? '',
			name: file.name,
			bytes,
			size: isWhole ? texts.whole(size) : texts.part(size),
			// Without scripts a browser forgets the file that it has sent.
			kept: event.request.headers.has('x-sveltekit-action')
				? null
				: looked.subarray(0, previewBytes).toString('base64')
		}
	};
}

/** Reads the file to its end; with `dryRun` it only says what would become of it. */
export async function importAction(event: RequestEvent, { dryRun }: { dryRun: boolean }) {
	const form = await readForm(event);
	if ('status' in form) return form;
	const { lang, now, person } = event.locals;
	const { fields, file } = form;
	if (file.isKept && fields.get('whole') !== 'true')
		return fail(400, { problem: importingTexts(lang).file.againWhy });
	const query = importQuery(fields);
	const run = await inBody(() =>
		runImport(product(), file.bytes, query, { dryRun, now, queues: person?.queues ?? null })
	);
	if ('status' in run) return run;
	if ('problem' in run) return fail(400, { problem: run.problem });
	if (!dryRun && run.columns !== null)
		await keepLayout(product().database, run.columns, { query: layoutQuery(query), now });
	const zone = query.get('zone') ?? product().settings.zone;
	if (!dryRun) event.locals.audit = { subject: file.name, changes: importChanges(run) };
	return { report: reportView(run, { lang, zone, dryRun, name: file.name, head: run.head }) };
}

function importChanges({ answer }: ImportRun): AuditChange[] {
	const { received, created, updated, rejected } = answer;
	return Object.entries({ received, created, updated, rejected }).map(([field, count]) => ({
		field,
		from: null,
		to: String(count)
	}));
}

/** How a table of the same columns was read before; null: there was none, or the file is no table. */
async function knownLayout(preview: ReturnType<typeof previewImport>): Promise<URLSearchParams | null> {
	if ('problem' in preview || !preview.table) return null;
	const query = await readLayout(product().database, preview.table.layout.columns);
	return query === null ? null : new URLSearchParams(`${query}&format=csv`);
}

async function readForm(event: RequestEvent) {
	const form = await inBody(() => readImportForm(event.request));
	if ('status' in form) return form;
	const { file } = form;
	return file === null ? fail(400, { problem: null }) : { ...form, file };
}

/** Runs what reads the body; a body that breaks off, or is none, is told. */
async function inBody<T extends object>(work: () => Promise<T>) {
	try {
		return await work();
	} catch (problem) {
		if (problem instanceof BodyProblem) return fail(problem.status, { problem: problem.detail });
		if (problem instanceof Error && problem.message.startsWith('not a form'))
			return fail(400, { problem: problem.message });
		throw problem;
	}
}

function isJson(beginning: Buffer): boolean {
	return /^\ufeff?\s*[[{]/.test(beginning.subarray(0, 100).toString('utf8'));
}
