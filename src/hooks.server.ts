import { type Handle, type HandleServerError, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { cookieName } from '#access/cookieName.ts';
import { isForeignWrite } from '#access/origin.ts';
import { ruleOf } from '#access/rules.ts';
import { personOfSession, sessionCookie } from '#access/sessions.server.ts';
import { onClosing } from '#model/closing.ts';
import { requestEvents } from '#model/requestEvents.ts';
import { routeKey } from '#model/routeKey.ts';
import { isDiskFull, isUnavailable } from '#records/isUnavailable.ts';
import { measures } from '#records/measures.server.ts';
import { chooseLang, langTag } from '#texts/lang.ts';
import { auditWrites } from '#views/access/auditWrites.server.ts';
import { guard } from '#views/access/guard.server.ts';
import { measureProcess } from '#views/api/metrics.server.ts';
import { asProblem, problem } from '#views/api/problem.ts';
import { limitRate } from '#views/limitRate.server.ts';
import { safeAnswer } from '#views/safeAnswer.ts';
import { serverRequest } from '#views/serverRequest.ts';
import { tellServer } from '#views/tellServer.ts';
import { compressed } from '#views/compressed.server.ts';
import { hashedStyles, withStyles } from '#views/public/hashedStyles.server.ts';
import { isBadForm } from '#views/isBadForm.ts';
import { scriptsAfterPaint } from '#views/manager/scriptsAfterPaint.server.ts';
import { reportWriter } from '#views/manager/report/mail/reportMail.server.ts';
import { product, startProduct } from '#work/product.server.ts';
import { keepReports } from '#work/reports.server.ts';
import { startDemo } from '#work/demo.server.ts';

export const init: ServerInit = async () => {
	if (building) return;
	measureProcess();
	const started = await startProduct(console.log);
	// What a mail says is a view, which the room of work does not know.
	onClosing(keepReports(started, reportWriter(started.settings)).end);
	if (process.env.OFFPEAK_DEMO) await startDemo(started, console.log);
	if (started.setUpPath) {
		const { origin, host, port } = started.settings;
		console.log(`Make the first administrator at ${origin ?? `http://${host}:${port}`}${started.setUpPath}`);
	}
};

/** Who asks, in which language, and when it is. */
const knowTheReader: Handle = async ({ event, resolve }) => {
	const { cookies, locals, request, route, url } = event;
	const isPublic = isPublicRoute(route.id);
	const { database, now, settings } = product();
	locals.now = now();
	locals.allowed = null;
	locals.lang = chooseLang(
		url.searchParams.get('lang'),
		isPublic ? null : cookies.get(cookieName('lang', url)),
		request.headers.get('accept-language')
	);
	const token = isPublic ? undefined : cookies.get(sessionCookie(url));
	const known = { now: locals.now, idleHours: settings.sessionIdleHours };
	locals.person = token ? await personOfSession(database, token, known) : null;
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', langTag[locals.lang]) });
};

/** Only pages of managers have scripts of the framework. */
const paintFirst: Handle = ({ event, resolve }) =>
	resolve(event, isPublicRoute(event.route.id) ? {} : scriptsAfterPaint());

/** Pages that caches keep let in their styles by what is in them: a nonce would be another in every copy. */
const hashStyles: Handle = async ({ event, resolve }) => {
	if (!isPublicRoute(event.route.id)) return resolve(event);
	const hashes = new Set<string>();
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => hashedStyles(html, (hash) => hashes.add(hash))
	});
	return withStyles(response, hashes);
};

/** Every route has a rule that says who may; what a foreign page sends in somebody's name is refused. */
const letThrough: Handle = async ({ event, resolve }) => {
	if (isForeignWrite(event.request, event.url.host))
		return problem(403, 'Foreign origin', 'This was sent from a page of another origin.');
	const refusal = await guard(event);
	if (refusal) return refusal;
	if (event.locals.allowed) tellServer(event, requestEvents.letIn);
	return auditWrites(event, () => resolve(event));
};

/** No answer without a policy; and where the database has gone, that instead of what came of it. */
const protect: Handle = async ({ event, resolve }) => {
	const { locals, route } = event;
	try {
		const response = await unlessItStandsStill(event, () => Promise.resolve(resolve(event)));
		if (response === null) return notAvailable();
		if (locals.badForm) return problem(400, 'Bad form', 'The form cannot be read as its Content-Type says.');
		return obstacle(locals.diskFull, locals.databaseGone) ?? safeAnswer(response, route.id);
	} catch (error) {
		// Who asks is looked up before any page is: that the framework would tell as an error of ours.
		const answer = obstacle(isDiskFull(error), isUnavailable(error));
		if (answer) return answer;
		throw error;
	}
};

function obstacle(diskFull = false, databaseGone = false): Response | null {
	if (diskFull)
		return problem(507, 'Disk full', 'The disk of the data is full.', {}, { 'retry-after': '60' });
	return databaseGone ? notAvailable() : null;
}

function notAvailable(): Response {
	const why = 'The database does not answer; try again.';
	return problem(503, 'Not available', why, {}, { 'retry-after': '2' });
}

/**
 * Null where the database stands still and there is no answer without it. Records that were let in may wait: ingestion
 * has a time-out of its own. Health is asked for by whoever gives up soon, and sees to that itself.
 */
function unlessItStandsStill(
	{ route, request, locals }: RequestEvent,
	answer: () => Promise<Response>
): Promise<Response | null> {
	if (route.id === '/healthz' || route.id === '/readyz') return answer();
	const rule = ruleOf(route.id ?? '', request.method, null);
	const takesRecords = rule !== null && rule !== 'open' && rule.keys === 'ingest';
	return product().database.standstill.answer(answer, () => takesRecords && Boolean(locals.allowed));
}

/** Errors of the API are problem documents, whoever makes them. */
const speakProblem: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	return event.url.pathname.startsWith('/api/') ? asProblem(response, event.request) : response;
};

/** How long answers take, by route; and which route it is, for the server in front of this. */
const measure: Handle = async ({ event, resolve }) => {
	const route = event.route.id ?? 'none';
	const request = serverRequest(event);
	if (request) Reflect.set(request, routeKey, route);
	const endTimer = measures.requests.startTimer();
	const response = await resolve(event);
	endTimer({ method: methodOf(event.request), route, status: response.status });
	return response;
};

/** Anybody may make up methods; a measure for each would fill the memory. */
function methodOf({ method }: Request): string {
	return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}

/** Pages of queues are long, and much alike in themselves. */
const compress: Handle = async ({ event, resolve }) => compressed(await resolve(event), event);

export const handle = sequence(
	measure,
	compress,
	protect,
	speakProblem,
	knowTheReader,
	hashStyles,
	paintFirst,
	limitRate,
	letThrough
);

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status < 500) return;
	event.locals.badForm = isBadForm(error);
	if (event.locals.badForm) return;
	event.locals.databaseGone = isUnavailable(error);
	event.locals.diskFull = isDiskFull(error);
	const what = event.locals.databaseGone && error instanceof Error ? error.message : error;
	const id = event.request.headers.get('x-request-id');
	console.error(`${event.request.method} ${event.url.pathname} (${id}):`, what);
};

/** What answers everybody alike: without cookies, and the same in every cache. */
function isPublicRoute(id: string | null): boolean {
	return id !== null && /^\/(\(public\)|badge|embed|embed\.js|oembed|api\/v1\/public)(\/|$)/.test(id);
}
