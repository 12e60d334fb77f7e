import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { request } from 'node:http';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import type { Random } from '#analysis/simulation/random.ts';

/** What an attacker knows: where it is, and (some of them) a key that opens it. */
export interface Prey {
	host: string;
	port: number;
	/** The attacker's own address, where the machine lets him choose one. */
	localAddress?: string;
	/** The attacker's own. */
	key: string;
	/** Session cookie of somebody who has signed in. */
	cookie: string;
}

/** One attempt to do harm; resolves to the status of the answer, or null where there was none. */
export type Attack = (prey: Prey, random: Random) => Promise<number | null>;

const one = <T>(random: Random, from: readonly T[]): T => {
	const chosen = from[Math.floor(random() * from.length)];
	if (chosen === undefined) throw new Error('nothing to choose from');
	return chosen;
};
const whole = (random: Random, below: number) => Math.floor(random() * below);

const nasty = [
	'\u0000',
	'\ud800',
	'\udfff\ud800',
	"'; drop table call; --",
	"' or 1=1 --",
	'=cmd|calc!A1',
	'+1+1',
	'@SUM(A1)',
	'<script>alert(1)</script>',
	'{{7*7}}',
	'${7*7}',
	'../../../../etc/passwd',
	'%00',
	'%c0%af',
	'\u202etxt.exe',
	'a'.repeat(5_000),
	'💥'.repeat(500),
	'-0',
	'1e999',
	'NaN',
	'9007199254740993',
	'0001-01-01T00:00:00Z',
	'275760-09-13T00:00:00.001Z',
	'2026-02-30',
	'__proto__',
	'constructor',
	'',
	'null',
	'[]',
	'\r\nX-Injected: 1'
];
const paths = [
	'/',
	'/call/{}',
	'/embed/{}?theme={}&lang={}&accent={}&topic={}',
	'/embed/v{}.js',
	'/badge/{}.svg',
	'/badge/{}.png',
	'/badge/{}.json',
	'/oembed?url={}',
	'/call/{}/qr.svg',
	'/call/{}/reminder.ics?start={}',
	'/api/v1/public/queues/{}/best-time?zone={}&lang={}&topic={}',
	'/api/v1/queues/{}',
	'/api/v1/queues/{}/load?from={}&to={}&grain={}&topic={}',
	'/api/v1/queues/prey/load?from={}&to={}&grain=hour',
	'/api/v1/queues/prey/load.csv?from={}&grain={}',
	'/api/v1/queues/prey/peaks?weeks={}&until={}',
	'/api/v1/queues/prey/special-days?year={}',
	'/api/v1/queues/prey/forecast?days={}&grain={}',
	'/api/v1/queues/prey/staffing?calls={}&interval_seconds={}&aht_seconds={}&threshold_seconds={}&target={}',
	'/api/v1/queues/prey/calls?from={}&to={}&outcome={}&cursor={}',
	'/api/v1/queues/{}/live',
	'/api/v1/rejects?cursor={}&source={}',
	'/dashboard/{}',
	'/dashboard/prey?from={}&to={}&grain={}&lang={}',
	'/dashboard/prey/staffing?date={}&calls={}',
	'/dashboard/prey/special-days?year={}',
	'/sign-in?to={}',
	'/set-up?token={}',
	'/metrics',
	'/{}',
	'/{}/{}/{}',
	'/_app/{}',
	'/favicon.svg?{}',
	'/docs'
];

/** Sends one request as it is, also what no client library would send. */
function ask(
	{ host, port, localAddress }: Prey,
	options: { method?: string; path: string; headers?: Record<string, string>; body?: Uint8Array | string }
): Promise<number | null> {
	return new Promise((resolve) => {
		try {
			const sent = request(
				{ host, port, localAddress, method: 'GET', agent: false, ...options },
				(response) => {
					response.resume();
					response.once('close', () => resolve(response.statusCode ?? null));
				}
			);
			sent.setTimeout(60_000, () => sent.destroy());
			sent.once('error', () => resolve(null));
			sent.end(options.body);
		} catch {
			// What cannot even be written as a request goes over a bare socket instead.
			resolve(null);
		}
	});
}

function access(prey: Prey, random: Random): Record<string, string> {
	return one<Record<string, string>>(random, [
		{ authorization: `Bearer ${prey.key}` },
		{ authorization: `Bearer ${prey.key}` },
		{ cookie: prey.cookie },
		{ authorization: `Bearer ${one(random, nasty).replace(/[^\x20-\x7e]/g, '?')}` },
		{ authorization: `Basic ${'='.repeat(whole(random, 500))}` },
		{
			cookie: `offpeak_session=${encodeURIComponent(one(random, nasty).slice(0, 200).toWellFormed())}; lang=%00`
		},
		{}
	]);
}

const fuzzedPath: Attack = (prey, random) => {
	const path = one(random, paths).replaceAll('{}', () => {
		const text = one(random, nasty);
		const chance = random();
		if (chance < 0.4) return encodeURIComponent(text.toWellFormed());
		if (chance < 0.7) return encodeURI(text.toWellFormed());
		return text.replace(/[^\x21-\x7e]/g, '%ED%A0%80');
	});
	const headers = access(prey, random);
	if (random() < 0.3)
		headers['accept-language'] = one(random, nasty)
			.replace(/[^\x20-\x7e]/g, '?')
			.slice(0, 900);
	if (random() < 0.3)
		headers['x-forwarded-for'] = one(random, nasty)
			.replace(/[^\x20-\x7e]/g, '?')
			.slice(0, 900);
	if (random() < 0.2) headers['if-none-match'] = '*'.repeat(whole(random, 300));
	const method = one(random, [
		'GET',
		'GET',
		'GET',
		'HEAD',
		'OPTIONS',
		'DELETE',
		'PATCH',
		'PUT',
		'POST',
		'PURGE'
	]);
	return ask(prey, { path: path.slice(0, 12_000), headers, method });
};

const types = [
	'application/json',
	'application/x-ndjson',
	'text/csv',
	'application/cloudevents+json',
	'application/cloudevents-batch+json',
	'text/plain',
	'multipart/form-data; boundary=x',
	'application/x-www-form-urlencoded',
	'application/json; charset=utf-16',
	'x'.repeat(300)
];
const formats = [
	'',
	'',
	'',
	'asterisk-queue-log',
	'3cx',
	'amazon-connect',
	'cloudevents',
	'freeswitch-callcenter',
	'genesys-cloud',
	'twilio-taskrouter',
	'vcon',
	'zendesk-talk',
	'csv',
	'nothing'
];

function record(random: Random): Record<string, unknown> {
	const values = () =>
		one<unknown>(random, [
			one(random, nasty),
			whole(random, 1e9),
			-1,
			null,
			true,
			[],
			{},
			{ a: [1] },
			1e308,
			0.1
		]);
	const fields = [
		'id',
		'source',
		'queue',
		'enqueued_at',
		'answered_at',
		'ended_at',
		'outcome',
		'agent',
		'topic',
		'channel',
		'priority',
		'talk_seconds',
		'caller',
		'revision',
		'deleted',
		'__proto__'
	];
	const call: Record<string, unknown> = {
		id: `h${whole(random, 1e6)}`,
		queue: 'prey',
		enqueued_at: new Date(Date.now() - whole(random, 1e9)).toISOString()
	};
	for (let i = whole(random, 5); i > 0; i--) call[one(random, fields)] = values();
	return call;
}

const bodies: ((random: Random) => Uint8Array | string)[] = [
	(random) => randomBytes(whole(random, 20_000)),
	(random) => JSON.stringify(Array.from({ length: whole(random, 30) }, () => record(random))),
	(random) =>
		Array.from({ length: whole(random, 30) }, () => JSON.stringify(record(random))).join(
			one(random, ['\n', '\r\n', '\u2028', ''])
		),
	(random) => '['.repeat(whole(random, 200_000)),
	(random) => '{"a":'.repeat(whole(random, 50_000)),
	(random) => `{"calls":[${'[],'.repeat(whole(random, 5_000))}`,
	() => '{"id":"\\ud800","queue":"prey","enqueued_at":"2026-01-01T00:00:00Z"}',
	(random) => Buffer.from(JSON.stringify([record(random)]), 'utf16le'),
	(random) =>
		Buffer.from(`id,queue,enqueued_at\n${one(random, nasty)},prey,${one(random, nasty)}\n`, 'latin1'),
	(random) => `id,queue,enqueued_at\n"${'x'.repeat(whole(random, 300_000))}`,
	(random) => `${'9'.repeat(whole(random, 200_000))}`,
	(random) => one(random, nasty).repeat(20)
];

const fuzzedBody: Attack = (prey, random) => {
	const plain = one(random, bodies)(random);
	const zipped = random() < 0.3;
	let body: Uint8Array | string = zipped ? gzipSync(plain) : plain;
	if (zipped && random() < 0.5) body = body.slice(0, whole(random, body.length));
	const format = one(random, formats);
	const query = [
		format && `format=${format}`,
		random() < 0.2 && `zone=${encodeURIComponent(one(random, nasty).slice(0, 99).toWellFormed())}`,
		random() < 0.2 && 'dry_run=true'
	]
		.filter(Boolean)
		.join('&');
	return ask(prey, {
		method: 'POST',
		path: `/api/v1/calls?${query}`,
		headers: {
			authorization: `Bearer ${prey.key}`,
			'content-type': one(random, types),
			...(zipped && { 'content-encoding': 'gzip' }),
			...(random() < 0.1 && { 'content-encoding': one(random, ['br', 'gzip, gzip', 'zstd', '\t']) })
		},
		body
	});
};

const form: Attack = (prey, random) => {
	const path = one(random, [
		'/sign-in',
		'/set-up',
		'/dashboard/prey/settings?/save',
		'/dashboard/prey/special-days/calendar?/save',
		'/dashboard/prey/special-days/calendar?/import',
		'/import?/preview',
		'/queues/new',
		'/sign-out',
		'/dashboard/prey/settings/preview'
	]);
	const type = one(random, [
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'multipart/form-data',
		'text/plain',
		'application/json'
	]);
	const pairs = Array.from(
		{ length: whole(random, 30) },
		() =>
			`${encodeURIComponent(one(random, nasty).toWellFormed())}=${encodeURIComponent(one(random, nasty).toWellFormed())}`
	);
	const body = type.startsWith('multipart')
		? `--x\r\nContent-Disposition: form-data; name="file"; filename="${one(random, nasty).toWellFormed()}"\r\n\r\n${one(random, nasty).toWellFormed()}\r\n--x${random() < 0.5 ? '--' : ''}`
		: pairs.join('&');
	const origin = `http://${prey.host}:${prey.port}`;
	return ask(prey, {
		method: 'POST',
		path,
		headers: {
			'content-type': type,
			cookie: prey.cookie,
			origin: random() < 0.7 ? origin : 'https://evil.example'
		},
		body
	});
};

const put: Attack = (prey, random) =>
	ask(prey, {
		method: 'PUT',
		path: `/api/v1/queues/${encodeURIComponent(one(random, ['prey', 'new', ...nasty]).toWellFormed()).slice(0, 3000)}`,
		headers: { authorization: `Bearer ${prey.key}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			[one(random, ['zone', 'hours', 'name', 'public', 'service_level', 'month_end_days', 'country'])]:
				one<unknown>(random, [one(random, nasty), null, [], {}, 1e9, { mon: [['25:00', '1']] }])
		})
	});

const bomb: Attack = (prey) =>
	ask(prey, {
		method: 'POST',
		path: '/api/v1/calls',
		headers: {
			authorization: `Bearer ${prey.key}`,
			'content-type': 'application/x-ndjson',
			'content-encoding': 'gzip'
		},
		body: bombBytes()
	});

let kept: Buffer | null = null;
/** 100 MB of zeros. */
function bombBytes(): Buffer {
	kept ??= gzipSync(Buffer.alloc(100 * 1024 * 1024));
	return kept;
}

/** A line of 100 MB, which goes on as long as somebody listens. */
const longLine: Attack = async ({ host, port, localAddress, key }) => {
	const sent = request({
		host,
		port,
		localAddress,
		agent: false,
		method: 'POST',
		path: '/api/v1/calls',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }
	});
	const answered = once(sent, 'response').then(([response]) => {
		response.resume();
		return Number(response.statusCode);
	});
	const status = answered.catch(() => null);
	const piece = Buffer.alloc(1024 * 1024, 'a');
	let over = false;
	sent.once('error', () => (over = true));
	void status.then(() => (over = true));
	for (let i = 0; i < 100 && !over; i++)
		if (!sent.write(piece)) await Promise.race([once(sent, 'drain'), status]).catch(() => null);
	sent.end();
	return status;
};

const lines = [
	'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n',
	'GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n',
	'GET /%ff%fe HTTP/1.1\r\nHost: \r\n\r\n',
	'POST /api/v1/calls HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
	'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n',
	`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
	`GET / HTTP/1.1\r\nHost: x\r\n${'a: b\r\n'.repeat(3_000)}\r\n`,
	'GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\n\r\n',
	'GET //evil.example/%2e%2e HTTP/1.1\r\nHost: x\r\n\r\n',
	'GET / HTTP/1.1\r\n\r\n',
	'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
	'CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\n',
	'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
	'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
	'\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
	'GET / HTTP/9.9\r\n\r\n',
	'GET / HTTP/1.1\r\nHost: [::1\r\n\r\n',
	'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
	'GET / HTTP/1.1\r\nHost: x\r\nCookie: offpeak_session=\u0001\r\n\r\n',
	'POST /api/v1/calls HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nZZ\r\n'
];

/** Bytes over a bare socket; answered or hung up on. */
const raw: Attack = ({ host, port, localAddress }, random) =>
	new Promise((resolve) => {
		const socket = connect({ host, port, localAddress });
		let text = '';
		const done = () => {
			socket.destroy();
			resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]) || null);
		};
		socket.setEncoding('latin1').on('data', (chunk: string) => {
			text += chunk;
			if (text.includes('\r\n\r\n')) done();
		});
		socket.once('error', done).once('close', done);
		socket.setTimeout(20_000, done);
		socket.write(one(random, lines), 'latin1');
	});

/** Begins, and goes away in the middle. */
const abort: Attack = (prey, random) =>
	new Promise((resolve) => {
		const sent = request({
			host: prey.host,
			port: prey.port,
			localAddress: prey.localAddress,
			agent: false,
			method: 'POST',
			path: '/api/v1/calls',
			headers: {
				authorization: `Bearer ${prey.key}`,
				'content-type': 'application/x-ndjson',
				'content-length': '100000'
			}
		});
		sent.once('error', () => resolve(null));
		sent.once('close', () => resolve(null));
		sent.write(`${JSON.stringify(record(random)).toWellFormed()}\n{"id":`, () => sent.destroy());
	});

/** Each with how often it comes. */
export const attacks: readonly (readonly [share: number, name: string, attack: Attack])[] = [
	[0.4, 'paths', fuzzedPath],
	[0.3, 'bodies', fuzzedBody],
	[0.1, 'forms', form],
	[0.05, 'settings', put],
	[0.1, 'bare sockets', raw],
	[0.04, 'aborted', abort],
	[0.008, 'bombs', bomb],
	[0.002, 'long lines', longLine]
];
