/** A request that cannot be answered, and the problem that comes back; `field` where a parameter is wrong. */
export interface RequestCase {
	path: string;
	method?: string;
	body?: string | Uint8Array<ArrayBuffer>;
	/** More headers; `authorization` in place of the key with every scope, empty for none. */
	headers?: Record<string, string>;
	status: number;
	field?: string;
	says?: RegExp;
}

const wrong = (
	path: string,
	field: string,
	queries: (string | [query: string, field: string])[]
): RequestCase[] =>
	queries.map((query) => {
		const [text, own] = typeof query === 'string' ? [query, field] : query;
		return { path: `${path}?${text}`, status: 400, field: own };
	});

const instants = (name: string) =>
	[
		'yesterday',
		'2026-02-30',
		'2026-2-3',
		'20260302',
		'2026-W10',
		'2026-03-02T09:15:00',
		'2026-03-02T09:15',
		'2026-03-02T25:00:00Z',
		'1772414100',
		'0001-01-01',
		'1969-12-30',
		'2100-01-03',
		'9999-12-31',
		'%00',
		'%EF%BC%92026-03-02'
	].map((value) => `${name}=${value}`);

const load = '/queues/questions/load';
const peaks = '/queues/questions/peaks';

/** Questions about a queue that exists, called `questions`, and about some that do not. */
export const questions: RequestCase[] = [
	...wrong(load, 'grain', [
		'grain=',
		'grain=year',
		'grain=Hour',
		'grain=15m',
		'grain=__proto__',
		'grain=%00'
	]),
	...wrong(load, 'from', instants('from')),
	...wrong(load, 'to', instants('to')),
	...wrong(load, 'to', [
		'from=2026-03-02&to=2026-03-02',
		'from=2026-03-02&to=2026-03-01',
		'from=2026-03-02T01:00:00Z&to=2026-03-02T01:59:00Z&grain=hour',
		'from=2026-03-02&to=2026-03-20&grain=month',
		'from=1970-01-01&to=2100-01-01&grain=quarter',
		'from=1970-01-01&to=2026-01-01&grain=hour',
		['to=2000-01-01', 'from']
	]),
	...wrong(peaks, 'weeks', [
		'weeks=',
		'weeks=0',
		'weeks=-1',
		'weeks=1.5',
		'weeks=521',
		'weeks=1e2',
		'weeks=0x8',
		'weeks=eight',
		'weeks=NaN',
		'weeks=Infinity',
		'weeks=%208'
	]),
	...wrong(peaks, 'until', instants('until')),
	...wrong('/rejects', 'cursor', [
		'cursor=',
		'cursor=-1',
		'cursor=1.5',
		'cursor=last',
		'cursor=9999999999999999'
	]),
	...[
		'nobody',
		'Questions',
		'questions%20',
		'%00',
		'%E6%94%AF%E4%BB%98',
		"'%20or%20true--",
		'..%2Fquestions'
	].flatMap((slug): RequestCase[] =>
		[`/queues/${slug}`, `/queues/${slug}/load`, `/queues/${slug}/peaks`].map((path) => ({
			path,
			status: 404
		}))
	),
	{ path: '/queues/questions,nobody/load', status: 404, says: /nobody/ },
	{ path: '/queues/,/load', status: 404 },
	{ path: `/queues/${'x'.repeat(5000)}/load`, status: 404 },
	{ path: '/nothing', status: 404 },
	{ path: '/queues/questions/nothing', status: 404 },
	{ path: '/calls', method: 'GET', status: 405 },
	{ path: '/calls', method: 'PUT', body: '{}', status: 405 },
	{ path: '/calls', method: 'DELETE', status: 405 },
	{ path: '/queues', method: 'POST', body: '{}', status: 405 },
	{ path: '/queues/questions', method: 'PATCH', body: '{}', status: 405 },
	{ path: '/queues/questions', method: 'DELETE', status: 405 },
	{ path: load, method: 'POST', body: '{}', status: 405 },
	{ path: '/limits', method: 'POST', body: '{}', status: 405 }
];

/** Questions at the edges of what can be asked: answered, with rows that hold nothing. */
export const farQuestions = [
	`${load}?from=1970-01-01&to=2100-01-01&grain=day`,
	`${load}?from=2100-01-01&grain=week`,
	`${load}?from=2100-01-01&grain=month`,
	`${load}?from=1970-01-01&to=1970-01-02&grain=quarter`,
	`${load}?topic=`,
	`${load}?topic=%00`,
	`${load}?topic=nobody%27s`,
	`${load}?from=&to=`,
	`${load}?from=2026-03-02T09:15:00+08:00&grain=hour`,
	`${peaks}?until=2100-01-01`,
	`${peaks}?until=2026-03-02&weeks=520`,
	`${peaks}?until=1970-01-01`
];
